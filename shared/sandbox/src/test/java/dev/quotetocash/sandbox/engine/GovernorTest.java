package dev.quotetocash.sandbox.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quotetocash.engine.Budgets;
import dev.quotetocash.engine.Governor;
import dev.quotetocash.engine.Http;
import dev.quotetocash.engine.Http.HttpReply;
import dev.quotetocash.engine.Http.HttpReply.Answered;
import dev.quotetocash.engine.Http.HttpReply.Withheld;
import dev.quotetocash.engine.VendorLimits;
import dev.quotetocash.sandbox.memory.MemoryBudgets;
import dev.quotetocash.sync.CallBudget;
import dev.quotetocash.sync.CallLimits;
import dev.quotetocash.sync.CallReport;
import dev.quotetocash.sync.Lane;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

class GovernorTest {

    private static final CallLimits LIMITS = new CallLimits(3, Duration.ofMinutes(1), 2, 100, VendorLimits.LEASE);
    private static final Answered DONE = new Answered(200, Map.of(), new byte[0]);
    private static final Answered TOO_MANY = new Answered(429, Map.of("retry-after", "7200"), new byte[0]);

    private final MemoryBudgets budgets = new MemoryBudgets();
    private final List<String> sent = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-23T12:00:00.000000123Z");
    private HttpReply next = DONE;
    private int ids;

    @Test
    void withholdsWhatIsOverTheLimitAndTellsWhenThereIsRoom() {
        var governor = governor(budgets);
        for (var call = 0; call < 3; call++)
            assertThat(governor.send(call("a"))).isEqualTo(DONE);
        now = now.plusSeconds(20);

        assertThat(governor.send(call("b"))).isEqualTo(new Withheld(Duration.ofSeconds(40)));
        assertThat(sent).containsExactly("/a", "/a", "/a");
    }

    @Test
    void sharesOneBudgetWithAllFunctions() {
        var one = governor(budgets);
        var other = governor(budgets);

        one.send(call("one"));
        other.send(call("other"));
        one.send(call("one"));

        assertThat(other.send(call("other"))).isInstanceOf(Withheld.class);
        assertThat(one.send(call("one"))).isInstanceOf(Withheld.class);
        assertThat(sent).hasSize(3);
    }

    @Test
    void tellsAllFunctionsThatTheVendorWantsNoMore() {
        var one = governor(budgets);
        governor(budgets).send(call("other"));
        next = TOO_MANY;
        one.send(call("one"));

        assertThat(governor(budgets).send(call("other"))).isEqualTo(new Withheld(Duration.ofHours(2)));
    }

    /// What it knew was true no longer, so it looks again before it keeps a call back.
    @Test
    void keepsACallBackOnlyForWhatIsTrueNow() {
        var one = governor(budgets);
        for (var call = 0; call < 3; call++) one.send(call("one"));
        budgets.save("vendor", CallBudget.FRESH, budgets.read("vendor").version());

        assertThat(one.send(call("one"))).isEqualTo(DONE);
    }

    @Test
    void staysWithinTheLimitThoughOthersSaveInBetween() {
        var crowded = savingAfter(saves -> {
            // Somebody else is faster each second time.
            if (saves % 2 == 1) governor(budgets).send(call("other"));
        });

        governor(crowded).send(call("one"));
        governor(crowded).send(call("one"));

        assertThat(sent.size()).isEqualTo(3);
    }

    @Test
    void givesTheAnswerBackThoughItsReportCannotBeSaved() {
        var failing = savingAfter(saves -> {
            if (saves > 1) throw new IllegalStateException("throttled");
        });

        assertThat(governor(failing).send(call("create"))).isEqualTo(DONE);
        assertThat(budgets.read("vendor").budget().underWay()).hasSize(1);
    }

    @Test
    void sendsNothingWithoutAStoredPermit() {
        var failing = savingAfter(_ -> {
            throw new IllegalStateException("throttled");
        });

        assertThatThrownBy(() -> governor(failing).send(call("create"))).hasMessage("throttled");
        assertThat(sent).isEmpty();
    }

    @Test
    void takesBackThePermitsOfTheDead() {
        for (var dead = 0; dead < 2; dead++) {
            assertThatThrownBy(() -> governor(budgets, _ -> {
                                throw new Died();
                            })
                            .send(call("killed")))
                    .isInstanceOf(Died.class);
        }
        assertThat(governor(budgets).send(call("next"))).isInstanceOf(Withheld.class);

        now = now.plus(VendorLimits.LEASE);
        assertThat(governor(budgets).send(call("next"))).isEqualTo(DONE);
    }

    /// The same budgets; before the n-th save something else happens.
    private Budgets savingAfter(IntConsumer before) {
        return new Budgets() {
            private int saves;

            @Override
            public Stored read(String name) {
                return budgets.read(name);
            }

            @Override
            public boolean save(String name, CallBudget next, long version) {
                before.accept(++saves);
                return budgets.save(name, next, version);
            }
        };
    }

    private static final class Died extends Error {
        private static final long serialVersionUID = 1L;
    }

    private Governor governor(Budgets store) {
        return governor(store, request -> {
            sent.add(request.uri().getPath());
            return next;
        });
    }

    private Governor governor(Budgets store, Http http) {
        return new Governor(http, new OneLimit(), store, () -> now, () -> "permit " + ++ids);
    }

    private static Http.Request call(String path) {
        return new Http.Request(
                "GET", URI.create("https://vendor.example/" + path), Map.of(), new byte[0], Lane.INVOICE);
    }

    private static final class OneLimit implements VendorLimits {
        @Override
        public Map<String, CallLimits> budgets() {
            return Map.of("vendor", LIMITS);
        }

        @Override
        public Of request(Http.Request request) {
            return new Of("vendor", LIMITS, request.lane());
        }

        @Override
        public CallReport report(Answered reply) {
            return reply.number("Retry-After")
                    .map(seconds -> CallReport.NOTHING.with(new CallReport.Refusal(Duration.ofSeconds(seconds), true)))
                    .orElse(CallReport.NOTHING);
        }
    }
}
