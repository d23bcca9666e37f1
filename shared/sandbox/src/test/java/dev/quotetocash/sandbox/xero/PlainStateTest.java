package dev.quotetocash.sandbox.xero;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.sandbox.sim.StateJson;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What the simulator remembers beside its ledger is plain data: it survives being written and read.
class PlainStateTest {

    private static final UUID ID = new UUID(1, 2);

    @Test
    void bringsTheDeskBack() {
        var desk = Desk.of(new Journal(), Desk.empty(), (_, _, _) -> {}, (_, _, _) -> {}, (_, _, _) -> {});
        desk.groups().put(ID, new ContactGroup(ID, "VIPs", ContactGroup.Status.ACTIVE, List.of(ID)));
        var option = new TrackingCategory.Choice(ID, "North", TrackingCategory.Status.ARCHIVED);
        desk.tracking().put(ID, new TrackingCategory(ID, "Region", TrackingCategory.Status.ACTIVE, List.of(option)));
        desk.quotes().put(ID, quote());
        desk.notes().put(ID, List.of(new Note(Office.OPENED, "Sandbox Finance", "a note")));
        desk.files().put(ID, List.of(new Attachment(ID, "a.txt", "text/plain", true, "eA==")));
        desk.mails().put(LocalDate.of(2026, 11, 23), 3);
        desk.nextNumber("QU");

        assertThat(StateJson.read(StateJson.write(desk), Desk.class)).isEqualTo(desk);
    }

    @Test
    void bringsGrantsBack() {
        var grants = Grants.empty();
        var user = Optional.of(ID);
        grants.codes().put("c", new Grants.Code("app", ID, List.of("openid"), "https://a", "", "", ID, Office.OPENED));
        grants.access().put("t", new Tokens.Token("t", "app", user, List.of("openid"), ID, Office.OPENED));
        grants.refresh()
                .put(
                        "r",
                        new Grants.Refresh(
                                "app", ID, List.of("openid"), ID, Office.OPENED, Optional.of(Office.OPENED)));
        grants.connections().put(ID, new Grants.Connection(ID, ID, "app", user, Office.OPENED, Office.OPENED));

        assertThat(StateJson.read(StateJson.write(grants), Grants.class)).isEqualTo(grants);
    }

    @Test
    void bringsQuotaAndConditionBack() {
        var limits = new RateLimits(XeroLimits.starter(), XeroLimits.starter(), new Draws(1));
        limits.admit(
                Office.OPENED, 0, new Grants.Connection(ID, ID, "app", Optional.empty(), Office.OPENED, Office.OPENED));
        var condition = Condition.well().holding(2).offline(true).writing(Duration.ofSeconds(30));

        var used = StateJson.read(StateJson.write(limits.snapshot()), RateLimits.State.class);
        var other = new RateLimits(XeroLimits.starter(), XeroLimits.starter(), new Draws(1));
        other.restore(used);

        assertThat(other.snapshot()).isEqualTo(limits.snapshot());
        assertThat(other.snapshot().usedToday()).isEqualTo(1);
        assertThat(StateJson.read(StateJson.write(condition), Condition.class)).isEqualTo(condition);
    }

    @Test
    void bringsAccountsAndTaxRatesBack() {
        var books = StartData.books(new Draws(1), Region.AU, Office.OPENED);

        for (var rate : books.taxRates.values()) {
            assertThat(StateJson.read(StateJson.write(rate), TaxRate.class)).isEqualTo(rate);
        }
        for (var account : books.accounts.values()) {
            assertThat(StateJson.read(StateJson.write(account), Account.class)).isEqualTo(account);
        }
    }

    @Test
    void sharesNothingBetweenCopies() {
        var desk = Desk.of(new Journal(), Desk.empty(), (_, _, _) -> {}, (_, _, _) -> {}, (_, _, _) -> {});
        var copy = desk.plain();

        copy.mails().put(LocalDate.of(2026, 11, 23), 1);

        assertThat(desk.mails()).isEqualTo(Map.of());
    }

    private static Quote quote() {
        var head = new Quote.Head(
                "QU-0001",
                ID,
                LocalDate.of(2026, 11, 23),
                Optional.empty(),
                "",
                "",
                "",
                "",
                "GBP",
                BigDecimal.ONE,
                Amounts.Kind.EXCLUSIVE,
                ID);
        return new Quote(ID, head, Quote.Status.SENT, List.of(), Office.OPENED);
    }
}
