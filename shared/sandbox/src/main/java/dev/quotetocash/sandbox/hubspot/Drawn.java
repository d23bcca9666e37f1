package dev.quotetocash.sandbox.hubspot;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/// What HubSpot itself gives quotes and invoices: numbers at their creation, links once a buyer may see them
/// (sections 15.3, 15.5).
final class Drawn {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final long FIRST_INVOICE = 1001;
    private static final long NUMBER_SPAN = 1_000_000_000;

    private final Portal portal;

    Drawn(Portal portal) {
        this.portal = portal;
    }

    /// Written values that a new record has unless its writer says otherwise.
    static Map<String, String> usual(ObjectType type) {
        if (type.equals(ObjectType.DEAL)) return Map.of("pipeline", "default");
        if (type.equals(ObjectType.QUOTE)) return Map.of("hs_status", "DRAFT");
        if (type.equals(ObjectType.INVOICE)) return Map.of("hs_invoice_status", "draft");
        return Map.of();
    }

    Map<String, String> atBirth(ObjectType type, String id) {
        if (type.equals(ObjectType.QUOTE)) return Map.of("hs_quote_number", quoteNumber(portal.now(), id));
        if (type.equals(ObjectType.INVOICE))
            return Map.of("hs_number", "INV-" + portal.state().count("invoices", FIRST_INVOICE));
        return Map.of();
    }

    Map<String, String> afterwards(CrmRecord record) {
        if (record.type().equals(ObjectType.QUOTE)
                && QuoteStatus.of(record).isPublished()
                && record.value("hs_public_url_key").isEmpty()) return quoteLinks();
        if (record.type().equals(ObjectType.INVOICE)
                && InvoiceStatus.of(record) == InvoiceStatus.OPEN
                && InvoiceStatus.isBillable(record)
                && record.value("hs_invoice_link").isEmpty()) return invoiceLinks();
        return Map.of();
    }

    private Map<String, String> quoteLinks() {
        var key = key();
        var links = new LinkedHashMap<String, String>();
        links.put("hs_public_url_key", key);
        links.put("hs_quote_link", "https://app.hubspot.com/quotes/" + key);
        links.put("hs_pdf_download_link", "https://app.hubspot.com/quotes/" + key + "/pdf");
        return links;
    }

    private Map<String, String> invoiceLinks() {
        var key = key();
        var links = new LinkedHashMap<String, String>();
        links.put("hs_invoice_link", "https://app.hubspot.com/invoices/" + key);
        links.put("hs_pdf_download_link", "https://app.hubspot.com/invoices/" + key + "/pdf");
        return links;
    }

    private String key() {
        return "%016x%016x"
                .formatted(portal.random().nextLong(), portal.random().nextLong());
    }

    private String quoteNumber(Instant at, String id) {
        var day = DAY.format(at.atZone(portal.settings().timeZone()));
        return day + "-%09d".formatted(Long.parseLong(id) % NUMBER_SPAN);
    }
}
