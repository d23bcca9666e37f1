package dev.quotetocash.sandbox.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.quotetocash.sandbox.engine.Story;
import dev.quotetocash.sandbox.xero.XeroLimits;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every request of the bridge to Xero and every answer of the simulator is what Xero's own documents foresee, or
/// is named in [Deviation].
class XeroContractTest {

    private static final XeroLimits ONE_CALL = new XeroLimits(1, 1_000, 10_000);

    @TestFactory
    Stream<DynamicTest> everyCallIsForeseenOrANamedDeviation() {
        var truth = new XeroTruth();
        return Stream.of(
                        Arrays.stream(Story.values()).map(story -> told(story, truth)),
                        Stream.of(dynamicTest(
                                "the stories call all that the bridge calls",
                                () -> assertThat(truth.judged())
                                        .contains(
                                                "GET /Organisation",
                                                "GET /Accounts",
                                                "GET /TaxRates",
                                                "GET /Currencies",
                                                "GET /Contacts",
                                                "PUT /Contacts",
                                                "GET /Invoices",
                                                "PUT /Invoices",
                                                "POST /Invoices/{id}"))),
                        Ask.SERVED.stream().map(ask -> asked(ask, truth)),
                        Prepared.ASKS.stream().map(ask -> askedOfAFurnishedDesk(ask, truth)),
                        Stream.of(refused(truth), deviationsNeeded(truth)))
                .flatMap(tests -> tests);
    }

    private static DynamicTest told(Story story, XeroTruth truth) {
        return dynamicTest(story.name(), () -> {
            story.play(truth::seeing);
            assertThat(truth.unexplained()).isEmpty();
        });
    }

    private static DynamicTest asked(Ask ask, XeroTruth truth) {
        return dynamicTest(ask.name(), () -> {
            var desk = new Desk().asFinance().furnished().watchedBy(truth::seeing);
            assertThat(desk.send(ask).status()).isEqualTo(ask.status());
            assertThat(truth.unexplained()).isEmpty();
        });
    }

    private static DynamicTest askedOfAFurnishedDesk(Ask ask, XeroTruth truth) {
        return dynamicTest(ask.name(), () -> {
            var desk = new Desk().asFinance().fullyFurnished().watchedBy(truth::seeing);
            var reply = desk.send(ask);
            var findings = truth.unexplained();
            assertThat(reply.status()).as(reply.text()).isEqualTo(ask.status());
            assertThat(findings).isEmpty();
        });
    }

    private static DynamicTest refused(XeroTruth truth) {
        return dynamicTest("answers 401, 403 and 429", () -> {
            var desk = new Desk(settings -> settings.withLimits(ONE_CALL)).watchedBy(truth::seeing);
            var unknown = desk.send("GET", "/Organisation", "", Map.of("Authorization", "Bearer nonsense"));
            var elsewhere = desk.send("GET", "/Organisation", "", Map.of("xero-tenant-id", "elsewhere"));

            assertThat(unknown.status()).isEqualTo(401);
            assertThat(elsewhere.status()).isEqualTo(403);
            assertThat(desk.send("GET", "/Organisation").status()).isEqualTo(200);
            assertThat(desk.send("GET", "/Organisation").status()).isEqualTo(429);
            assertThat(truth.unexplained()).isEmpty();
        });
    }

    private static DynamicTest deviationsNeeded(XeroTruth truth) {
        return dynamicTest(
                "needs every named deviation",
                () -> assertThat(EnumSet.complementOf(EnumSet.copyOf(truth.used())))
                        .isEmpty());
    }
}
