package dev.quotetocash.sandbox.xero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    @Test
    void refusesLimitsBelowOne() {
        for (var limits : List.<Supplier<XeroLimits>>of(
                () -> new XeroLimits(0, 1, 1),
                () -> new XeroLimits(1, 0, 1),
                () -> new XeroLimits(1, 1, 0),
                () -> new XeroLimits(1, 1, 1, 0, false, 1),
                () -> XeroLimits.generous().withRows(0))) {
            assertThatThrownBy(limits::get).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void countsDownOnEveryReply() {
        var office = new Office(settings -> settings.withLimits(XeroLimits.starter()));

        var reply = office.app.get("/Invoices/unknown");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.headers())
                .containsEntry("X-DayLimit-Remaining", "999")
                .containsEntry("X-MinLimit-Remaining", "59")
                .containsEntry("X-AppMinLimit-Remaining", "9999");
    }

    @Test
    void refusesTheSixtyFirstCallOfAMinuteWithAnEmptyBody() {
        var office = new Office(settings -> settings.withLimits(XeroLimits.starter()));
        office.app.get("/Organisation");
        office.pass(Duration.ofSeconds(34));
        for (var call = 1; call < 60; call++) office.app.get("/Organisation");

        var refused = office.app.get("/Organisation");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body()).isEmpty();
        assertThat(refused.headers())
                .doesNotContainKey("Content-Type")
                .containsEntry("Retry-After", "26")
                .containsEntry("X-Rate-Limit-Problem", "minute")
                .containsEntry("X-MinLimit-Remaining", "0")
                .containsEntry("X-DayLimit-Remaining", "940");
        office.pass(Duration.ofSeconds(26));
        assertThat(office.app.get("/Organisation").status()).isEqualTo(200);
    }

    @Test
    void refusesTheDayWithALongRetryAfter() {
        var office = new Office(settings -> settings.withLimits(new XeroLimits(60, 2, 10_000)));
        office.app.get("/Organisation");
        office.app.get("/Organisation");

        var refused = office.app.get("/Organisation");

        assertThat(refused.headers()).containsEntry("X-Rate-Limit-Problem", "day");
        office.pass(Duration.ofSeconds(Long.parseLong(refused.headers().getOrDefault("Retry-After", "0"))));
        office.reconnect();
        assertThat(office.app.get("/Organisation").status()).isEqualTo(200);
    }

    @Test
    void givesACustomConnectionOneOrFiveThousandCallsADay() {
        assertThat(callsLeft(true, new XeroLimits(60, 1_000, 10_000))).isEqualTo("4999");
        assertThat(callsLeft(false, new XeroLimits(60, 1_000, 10_000))).isEqualTo("999");
        assertThat(callsLeft(true, XeroLimits.generous())).isEqualTo("999999");
    }

    @Test
    void refusesTheCallAfterTheLastOfTheDayOfACustomConnection() {
        var office = new Office(settings -> settings.withLimits(new XeroLimits(10_000, 2, 10_000))
                .withSwitches(settings.switches().with(Unconfirmed.CUSTOM_CONNECTION_HAS_5000_CALLS, true)));
        for (var call = 0; call < 5_000; call++) office.app.get("/Organisation");

        assertThat(office.app.get("/Organisation").headers()).containsEntry("X-Rate-Limit-Problem", "day");
    }

    private static String callsLeft(boolean five, XeroLimits limits) {
        var office = new Office(settings -> settings.withLimits(limits)
                .withSwitches(settings.switches().with(Unconfirmed.CUSTOM_CONNECTION_HAS_5000_CALLS, five)));
        return office.app.get("/Organisation").headers().getOrDefault("X-DayLimit-Remaining", "");
    }

    @Test
    void doesNotLimitPeople() {
        var office = new Office(settings -> settings.withLimits(new XeroLimits(1, 1, 1)));

        assertThat(office.finance.get("/Organisation").status()).isEqualTo(200);
        assertThat(office.finance.get("/Organisation").status()).isEqualTo(200);
    }

    @Test
    void refusesTheSixthCallAtATimeWithoutRetryAfter() {
        var office = new Office(settings -> settings.withLimits(XeroLimits.starter()));
        office.xero.holdCalls(4);
        assertThat(office.app.get("/Organisation").status()).isEqualTo(200);
        office.xero.holdCalls(5);

        var refused = office.app.get("/Organisation");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body()).isEmpty();
        assertThat(refused.headers())
                .containsEntry("X-Rate-Limit-Problem", "concurrent")
                .containsEntry("X-MinLimit-Remaining", "59")
                .doesNotContainKey("Retry-After")
                .doesNotContainKey("Content-Type");
        assertThat(office.finance.get("/Organisation").status()).isEqualTo(200);
        office.xero.holdCalls(0);
        assertThat(office.app.get("/Organisation").status()).isEqualTo(200);
    }

    @Test
    void refusesAnAppsMinuteOverAllTenants() {
        var office = new Office(settings -> settings.withLimits(new XeroLimits(60, 1_000, 2)));
        office.app.get("/Organisation");
        office.app.get("/Organisation");

        var refused = office.app.get("/Organisation");

        assertThat(refused.headers())
                .containsEntry("X-Rate-Limit-Problem", "appminute")
                .containsEntry("X-AppMinLimit-Remaining", "0")
                .containsEntry("Retry-After", "60");
    }

    @Test
    void liftsMinuteAndDayForTheFirstHalfHourOfAConnection() {
        var office = new Office(settings -> settings.withLimits(new XeroLimits(1, 2, 10_000).withRapidSync()));
        for (var call = 0; call < 5; call++) {
            assertThat(office.app.get("/Organisation").status()).isEqualTo(200);
        }

        office.pass(Duration.ofMinutes(30));
        office.reconnect();

        assertThat(office.app.get("/Organisation").status()).isEqualTo(200);
        assertThat(office.app.get("/Organisation").headers()).containsEntry("X-Rate-Limit-Problem", "minute");
    }

    @Test
    void knowsThePlansDays() {
        var office = new Office(settings -> settings.withLimits(XeroLimits.core()));

        assertThat(office.app.get("/Organisation").headers()).containsEntry("X-DayLimit-Remaining", "4999");
    }
}
