package dev.quotetocash.sandbox.prove;

import dev.quotetocash.engine.Vendor;
import java.util.List;
import java.util.Optional;

/// What the bridge asks of the world: the columns of the coverage table. Each port call is one of these.
enum Operation {
    HUBSPOT_TOKEN("HubSpot token", Vendor.HUBSPOT),
    HUBSPOT_READ("HubSpot read", Vendor.HUBSPOT),
    HUBSPOT_SEARCH("search", Vendor.HUBSPOT),
    HUBSPOT_WRITE("write", Vendor.HUBSPOT),
    XERO_TOKEN("Xero token", Vendor.XERO),
    XERO_READ("read", Vendor.XERO),
    XERO_LIST("list", Vendor.XERO),
    XERO_CONTACT("contact", Vendor.XERO),
    XERO_INVOICE("invoice", Vendor.XERO),
    XERO_STATUS("status", Vendor.XERO),
    LINKS_READ("links read"),
    LINKS_WRITE("links write"),
    MARKS_READ("marks read"),
    MARKS_WRITE("marks write"),
    QUEUE("queue"),
    BUDGET("budget"),
    CONNECTION("connection");

    private final String title;
    private final Optional<Vendor> vendor;

    Operation(String title) {
        this.title = title;
        this.vendor = Optional.empty();
    }

    Operation(String title, Vendor vendor) {
        this.title = title;
        this.vendor = Optional.of(vendor);
    }

    String title() {
        return title;
    }

    /// Whose call it is; empty for AWS.
    Optional<Vendor> vendor() {
        return vendor;
    }

    boolean ofVendor() {
        return vendor.isPresent();
    }

    /// Of a vendor's identity server, which has no budget.
    boolean asksForTokens() {
        return this == HUBSPOT_TOKEN || this == XERO_TOKEN;
    }

    boolean writes() {
        return switch (this) {
            case HUBSPOT_WRITE,
                    XERO_CONTACT,
                    XERO_INVOICE,
                    XERO_STATUS,
                    LINKS_WRITE,
                    MARKS_WRITE,
                    QUEUE,
                    BUDGET,
                    CONNECTION -> true;
            case HUBSPOT_TOKEN,
                    HUBSPOT_READ,
                    HUBSPOT_SEARCH,
                    XERO_TOKEN,
                    XERO_READ,
                    XERO_LIST,
                    LINKS_READ,
                    MARKS_READ -> false;
        };
    }

    /// What a HubSpot endpoint is, by the name that the simulator counts it under.
    static Operation ofHubSpot(String endpoint) {
        if (endpoint.equals("POST /oauth/token")) return HUBSPOT_TOKEN;
        if (endpoint.endsWith("/search")) return HUBSPOT_SEARCH;
        var reads = endpoint.startsWith("GET ") || endpoint.endsWith("/batch/read");
        return reads ? HUBSPOT_READ : HUBSPOT_WRITE;
    }

    /// The same for Xero. A list is what sweeps and look-ups read.
    static Operation ofXero(String endpoint, String query) {
        return switch (endpoint) {
            case "POST /connect/token" -> XERO_TOKEN;
            case "PUT /Invoices", "POST /Invoices" -> XERO_INVOICE;
            case "PUT /Contacts", "POST /Contacts" -> XERO_CONTACT;
            case "POST /Invoices/{id}" -> XERO_STATUS;
            case "GET /Invoices" ->
                List.of(query.split("&")).stream().anyMatch(part -> part.startsWith("IDs=")) ? XERO_READ : XERO_LIST;
            default -> XERO_READ;
        };
    }
}
