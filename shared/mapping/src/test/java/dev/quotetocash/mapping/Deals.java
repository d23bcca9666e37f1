package dev.quotetocash.mapping;

import dev.quotetocash.sync.Fields;
import dev.quotetocash.sync.HubSpotCompanyId;
import dev.quotetocash.sync.HubSpotDealId;
import dev.quotetocash.sync.HubSpotLineItemId;
import dev.quotetocash.sync.XeroContactId;
import dev.quotetocash.sync.XeroInvoiceId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Sample records; each test changes what it is about.
final class Deals {

    static final Instant WON_AT = Instant.parse("2026-11-23T09:00:00Z");
    static final CurrencyCode GBP = new CurrencyCode("GBP");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    static final MappingSettings SETTINGS = new MappingSettings(
            "200", "OUTPUT2", Map.of("1002", "RROUTPUT"), 30, InvoiceStatus.DRAFT, LineAmounts.EXCLUSIVE, Set.of());

    static final Books BOOKS = new Books(
            Set.of("200"), Map.of("OUTPUT2", new BigDecimal("20"), "RROUTPUT", new BigDecimal("5")), Set.of("GBP"));

    static final Portal PORTAL = new Portal(Map.of("default", Set.of("closedwon")), GBP, "this-installation");

    private Deals() {}

    static Deal won() {
        return deal("closedwon", "GBP", List.of("901"), Fields.NONE);
    }

    static Deal wonInStage(String stage) {
        return deal(stage, "GBP", List.of("901"), Fields.NONE);
    }

    static Deal wonIn(String currency) {
        return deal("closedwon", currency, List.of("901"), Fields.NONE);
    }

    static Deal wonWithOwn(Fields own) {
        return deal("closedwon", "GBP", List.of("901"), own);
    }

    static Deal wonWithLines(String... lines) {
        return deal("closedwon", "GBP", List.of(lines), Fields.NONE);
    }

    private static Deal deal(String stage, String currency, List<String> lines, Fields own) {
        return new Deal(
                new HubSpotDealId("512"),
                "Acme",
                "default",
                stage,
                WON_AT,
                Optional.empty(),
                Optional.of(currency),
                List.of(new HubSpotCompanyId("77")),
                List.of(),
                lines.stream().map(HubSpotLineItemId::new).toList(),
                List.of(),
                own);
    }

    static LineItem line(String quantity, String price) {
        return line(quantity, price, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static LineItem line(
            String quantity,
            String price,
            Optional<String> perUnit,
            Optional<String> percent,
            Optional<String> taxRateGroup) {
        return new LineItem(
                new HubSpotLineItemId("901"),
                Optional.of("Support"),
                Optional.empty(),
                Optional.of(quantity),
                Optional.of(price),
                perUnit,
                percent,
                taxRateGroup,
                Optional.empty());
    }

    static XeroInvoice invoice(InvoiceStatus status, String total, String paid, String credited, String creditNotes) {
        var due = new BigDecimal(total).subtract(new BigDecimal(paid)).subtract(new BigDecimal(credited));
        return new XeroInvoice(
                new XeroInvoiceId("11111111-1111-1111-1111-111111111111"),
                "INV-0001",
                "HS-512",
                "https://app.example/contacts/33/record/0-3/512#33/512/1/0",
                new XeroContactId("22222222-2222-2222-2222-222222222222"),
                status,
                GBP,
                LocalDate.of(2026, 10, 20),
                Optional.of(LocalDate.of(2026, 11, 19)),
                new BigDecimal(total),
                BigDecimal.ZERO,
                new BigDecimal(total),
                due,
                new BigDecimal(paid),
                new BigDecimal(credited),
                new BigDecimal(creditNotes),
                status == InvoiceStatus.PAID ? Optional.of(TODAY) : Optional.empty(),
                new BigDecimal(paid).signum() == 0
                        ? List.of()
                        : List.of(new XeroInvoice.Payment("p", LocalDate.of(2026, 11, 1), new BigDecimal(paid))),
                List.of(),
                WON_AT);
    }
}
