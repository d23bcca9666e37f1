package dev.quotetocash.sandbox.prove;

import java.util.List;

/// What the bridge asks of the world: the columns of the coverage table. Each port call is one of these.
enum Operation {
    HUBSPOT_READ("HubSpot read"),
    HUBSPOT_SEARCH("search"),
    HUBSPOT_WRITE("write"),
    XERO_TOKEN("Xero token"),
    XERO_READ("read"),
    XERO_LIST("list"),
    XERO_CONTACT("contact"),
    XERO_INVOICE("invoice"),
    XERO_STATUS("status"),
    LINKS_READ("links read"),
    LINKS_WRITE("links write"),
    MARKS_READ("marks read"),
    MARKS_WRITE("marks write"),
    QUEUE("queue"),
    BUDGET("budget"),
    CONNECTION("connection");

    private final String title;

    Operation(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    boolean ofVendor() {
        return ordinal() <= XERO_STATUS.ordinal();
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
            case HUBSPOT_READ, HUBSPOT_SEARCH, XERO_TOKEN, XERO_READ, XERO_LIST, LINKS_READ, MARKS_READ -> false;
        };
    }

    /// What a HubSpot endpoint is, by the name that the simulator counts it under.
    static Operation ofHubSpot(String endpoint) {
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
