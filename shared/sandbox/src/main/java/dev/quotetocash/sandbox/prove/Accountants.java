package dev.quotetocash.sandbox.prove;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quotetocash.sandbox.people.Api;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Finance at work in Xero: with the invoices that changed last, more often than not.
final class Accountants {

    private static final String API = "/api.xro/2.0";
    private static final String BANK_ACCOUNT = "090";
    /// The first rate that an organisation makes itself.
    static final String OWN_TAX = "TAX001";

    private static final List<String> PERCENTAGES = List.of("12.5", "10", "7.25");

    /// The bridge's mark in a contact's number.
    private static final Pattern MARKER = Pattern.compile("hs-[0-9]+-(company|contact)-([0-9]+)");

    private static final int RECENT = 12;
    private static final int TRIES_MAX = 20;
    private static final Duration STAMPED_BEHIND_MAX = Duration.ofMinutes(5);

    private final Api xero;
    private final Clockwork clockwork;
    private final Chance chance;
    private final Consumer<String> changed;
    private final Consumer<Duration> stamps;
    private final Deals deals;
    private final Set<String> copies = new LinkedHashSet<>();
    private final Set<String> merged = new LinkedHashSet<>();
    private int named;

    /// `changed` is told the id of each invoice that they have worked on, `stamps` how far behind the next edit is
    /// stamped.
    Accountants(
            Api xero,
            Clockwork clockwork,
            Chance chance,
            Deals deals,
            Consumer<String> changed,
            Consumer<Duration> stamps) {
        this.xero = xero;
        this.clockwork = clockwork;
        this.chance = chance;
        this.deals = deals;
        this.changed = changed;
        this.stamps = stamps;
    }

    List<People.Act> acts() {
        return List.of(
                new People.Act(
                        "finance submits a draft", 3, () -> one("DRAFT", invoice -> status(invoice, "SUBMITTED"))),
                new People.Act(
                        "finance authorises an invoice",
                        16,
                        () -> one("DRAFT,SUBMITTED", invoice -> status(invoice, "AUTHORISED"))),
                new People.Act("finance edits a draft", 5, () -> one("DRAFT,SUBMITTED", this::editLines)),
                new People.Act("finance edits an authorised invoice", 3, () -> one("AUTHORISED", this::editDueDate)),
                new People.Act(
                        "finance overwrites the reference",
                        3,
                        () -> one("DRAFT,SUBMITTED,AUTHORISED", this::reference)),
                new People.Act(
                        "finance removes the link", 1, () -> one("DRAFT,SUBMITTED,AUTHORISED", this::removeLink)),
                new People.Act("finance copies an invoice", 3, () -> one("DRAFT,AUTHORISED,PAID", this::copy)),
                new People.Act(
                        "finance pays an invoice", 12, () -> one("AUTHORISED", invoice -> pay(invoice, due(invoice)))),
                new People.Act("finance pays a part", 8, () -> one("AUTHORISED", this::payPart)),
                new People.Act("finance takes a payment back", 4, () -> one("AUTHORISED,PAID", this::deletePayment)),
                new People.Act("finance credits an invoice", 4, () -> one("AUTHORISED", this::credit)),
                new People.Act(
                        "finance voids an invoice", 3, () -> one("AUTHORISED", invoice -> status(invoice, "VOIDED"))),
                new People.Act(
                        "finance deletes a draft",
                        2,
                        () -> one("DRAFT,SUBMITTED", invoice -> status(invoice, "DELETED"))),
                new People.Act("finance deletes what has just come", 8, this::deleteNewest),
                new People.Act("finance renames a contact", 2, () -> one("", this::renameContact)),
                new People.Act("finance archives a contact and restores it", 1, () -> one("", this::archiveContact)),
                new People.Act("finance merges two contacts", 1, this::mergeContacts),
                new People.Act("finance changes a tax rate", 1, this::changeTaxRate),
                new People.Act("finance deletes a tax rate and brings it back", 1, this::deleteTaxRate),
                new People.Act("finance archives the sales account and restores it", 1, this::archiveAccount));
    }

    /// Before the bridge may know that it exists.
    private boolean deleteNewest() {
        return one("DRAFT,SUBMITTED", 1, invoice -> status(invoice, "DELETED"));
    }

    /// One of the recent invoices in one of these states, whoever made it.
    private boolean one(String statuses, Predicate<JsonNode> act) {
        return one(statuses, RECENT, act);
    }

    /// How far behind an edit is stamped. A record's own stamps never go back.
    private Duration stampOf(JsonNode invoice) {
        var age = Duration.between(Invoices.updatedAt(invoice), clockwork.instant());
        var late = age.compareTo(STAMPED_BEHIND_MAX) > 0 && chance.below(6) == 0;
        return late ? chance.between(Duration.ofSeconds(1), STAMPED_BEHIND_MAX.minusMinutes(1)) : Duration.ZERO;
    }

    private boolean one(String statuses, int recent, Predicate<JsonNode> act) {
        var invoices = recent(statuses, recent);
        if (invoices.isEmpty()) return false;
        var invoice = read(id(chance.oneOf(invoices)));
        stamps.accept(stampOf(invoice));
        try {
            return act.test(invoice);
        } finally {
            changed.accept(id(invoice));
        }
    }

    /// Without their lines and payments.
    private List<JsonNode> recent(String statuses, int count) {
        var filter = statuses.isEmpty() ? "" : "&Statuses=" + statuses;
        var invoices = new ArrayList<JsonNode>();
        xero.get(API + "/Invoices?page=1&pageSize=" + count + "&summaryOnly=true&order=UpdatedDateUTC%20DESC" + filter)
                .path("Invoices")
                .forEach(invoices::add);
        return invoices;
    }

    private boolean status(JsonNode invoice, String status) {
        return edit(invoice, body -> body.put("Status", status));
    }

    /// Not of one that money was applied to: that moves no modified time (docs/reference/xero-api.md, 13.3), and
    /// the nightly audit that would find it is not built.
    private boolean editDueDate(JsonNode invoice) {
        if (due(invoice).compareTo(invoice.path("Total").decimalValue()) != 0) return false;
        return edit(
                invoice,
                body -> body.put("DueDate", today().plusDays(chance.below(60)).toString()));
    }

    private boolean reference(JsonNode invoice) {
        return edit(invoice, body -> body.put("Reference", "PO " + ++named));
    }

    private boolean removeLink(JsonNode invoice) {
        return edit(invoice, body -> body.put("Url", ""));
    }

    private boolean editLines(JsonNode invoice) {
        return edit(invoice, body -> {
            var lines = body.putArray("LineItems");
            for (var line : invoice.path("LineItems")) {
                var changed = (ObjectNode) line.deepCopy();
                changed.remove(List.of("TaxAmount", "LineAmount", "AccountID"));
                lines.add(changed);
            }
            var first = (ObjectNode) lines.get(0);
            if (chance.below(2) == 0) first.put("Description", "edited " + ++named);
            else first.put("Quantity", new BigDecimal(1 + chance.below(9)));
        });
    }

    private boolean edit(JsonNode invoice, Consumer<ObjectNode> change) {
        var body = Api.object();
        var element = body.putArray("Invoices").addObject().put("InvoiceID", id(invoice));
        change.accept(element);
        xero.post(API + "/Invoices/" + id(invoice) + "?unitdp=4", body);
        return true;
    }

    /// A new draft with the same content, in the user interface: not by the bridge's app, though it may carry
    /// its marks.
    private boolean copy(JsonNode invoice) {
        var copy = Api.object();
        var members = chance.below(2) == 0
                ? List.of("Type", "Reference", "Url", "CurrencyCode", "LineAmountTypes")
                : List.of("Type", "CurrencyCode", "LineAmountTypes");
        for (var member : members)
            if (!invoice.path(member).asText("").isEmpty()) copy.set(member, invoice.path(member));
        copy.putObject("Contact").put("ContactID", contact(invoice));
        var lines = copy.putArray("LineItems");
        for (var line : invoice.path("LineItems")) {
            var copied = (ObjectNode) line.deepCopy();
            copied.remove(List.of("LineItemID", "TaxAmount", "LineAmount", "AccountID"));
            lines.add(copied);
        }
        var body = Api.object();
        body.putArray("Invoices").add(copy);
        copies.add(xero.put(API + "/Invoices?unitdp=4", body)
                .at("/Invoices/0/InvoiceID")
                .asText());
        return true;
    }

    private boolean payPart(JsonNode invoice) {
        var part = due(invoice).divide(BigDecimal.valueOf(2 + chance.below(3)), 2, RoundingMode.DOWN);
        return part.signum() > 0 && pay(invoice, part);
    }

    private boolean pay(JsonNode invoice, BigDecimal amount) {
        var body = Api.object();
        var payment = body.putArray("Payments").addObject();
        payment.putObject("Invoice").put("InvoiceID", id(invoice));
        payment.putObject("Account").put("Code", BANK_ACCOUNT);
        payment.put("Date", today().toString()).put("Amount", amount);
        xero.put(API + "/Payments", body);
        return true;
    }

    private boolean deletePayment(JsonNode invoice) {
        var payments = invoice.path("Payments");
        if (payments.isEmpty()) return false;
        var payment =
                payments.get(chance.below(payments.size())).path("PaymentID").asText();
        xero.post(API + "/Payments/" + payment, Api.object().put("Status", "DELETED"));
        return true;
    }

    private boolean credit(JsonNode invoice) {
        var due = due(invoice);
        var amount = chance.below(2) == 0 ? due : due.divide(BigDecimal.valueOf(3), 2, RoundingMode.DOWN);
        if (amount.signum() <= 0) return false;
        var body = Api.object();
        var note = body.putArray("CreditNotes")
                .addObject()
                .put("Type", "ACCRECCREDIT")
                .put("Status", "AUTHORISED");
        note.put("Date", today().toString())
                .put("CurrencyCode", invoice.path("CurrencyCode").asText("GBP"));
        note.put("LineAmountTypes", "NoTax");
        note.putObject("Contact").put("ContactID", contact(invoice));
        note.putArray("LineItems")
                .addObject()
                .put("Description", "Credit")
                .put("Quantity", 1)
                .put("UnitAmount", amount)
                .put("AccountCode", "200");
        var id = xero.put(API + "/CreditNotes", body)
                .at("/CreditNotes/0/CreditNoteID")
                .asText();
        clockwork.pause(chance.between(Duration.ofSeconds(1), Duration.ofMinutes(3)));
        var allocation = Api.object();
        var one = allocation
                .putArray("Allocations")
                .addObject()
                .put("Amount", amount)
                .put("Date", today().toString());
        one.putObject("Invoice").put("InvoiceID", id(invoice));
        xero.put(API + "/CreditNotes/" + id + "/Allocations", allocation);
        return true;
    }

    private boolean renameContact(JsonNode invoice) {
        contact(invoice, body -> body.put("Name", "Contact, renamed " + ++named));
        return true;
    }

    private boolean archiveContact(JsonNode invoice) {
        contact(invoice, body -> body.put("ContactStatus", "ARCHIVED"));
        clockwork.pause(chance.between(Duration.ofMinutes(1), Duration.ofHours(6)));
        return insist(() -> contact(invoice, body -> body.put("ContactStatus", "ACTIVE")));
    }

    private void contact(JsonNode invoice, Consumer<ObjectNode> change) {
        var body = Api.object();
        change.accept(body.putArray("Contacts").addObject().put("ContactID", contact(invoice)));
        xero.post(API + "/Contacts", body);
    }

    /// What the source was billed for is the target's from then on; the source cannot be billed any more.
    private boolean mergeContacts() {
        var invoices = recent("", RECENT);
        if (invoices.isEmpty()) return false;
        var source = contact(chance.oneOf(invoices));
        var target = contact(chance.oneOf(invoices));
        if (source.equals(target)) return false;
        for (var id : List.of(source, target)) {
            var number = xero.get(API + "/Contacts/" + id)
                    .at("/Contacts/0/ContactNumber")
                    .asText("");
            var marked = MARKER.matcher(number);
            if (marked.matches()) {
                merged.add((marked.group(1).equals("company") ? "companies/" : "contacts/") + marked.group(2));
            }
        }
        var body = Api.object();
        body.putArray("Contacts").addObject().put("ContactID", source).put("MergedToContactID", target);
        xero.post(API + "/Contacts", body);
        return true;
    }

    /// Whether finance merged the contact of this customer, `companies/<id>` or `contacts/<id>`, with another one.
    boolean isMerged(String customer) {
        return merged.contains(customer);
    }

    /// Of the organisation's own rate, before anything is billed with it.
    void begin() {
        var percent = new BigDecimal("12.5");
        xero.put(API + "/TaxRates", taxRate(percent));
        deals.ownRate(percent);
    }

    private boolean changeTaxRate() {
        var percent = new BigDecimal(chance.oneOf(PERCENTAGES));
        xero.post(API + "/TaxRates", taxRate(percent).put("TaxType", OWN_TAX));
        deals.ownRate(percent);
        return true;
    }

    private static ObjectNode taxRate(BigDecimal percent) {
        var rate = Api.object().put("Name", "Own rate").put("ReportTaxType", "OUTPUT");
        rate.putArray("TaxComponents").addObject().put("Name", "Tax").put("Rate", percent);
        return rate;
    }

    private boolean deleteTaxRate() {
        xero.post(API + "/TaxRates", Api.object().put("TaxType", OWN_TAX).put("Status", "DELETED"));
        clockwork.pause(chance.between(Duration.ofMinutes(1), Duration.ofHours(3)));
        return insist(() -> xero.post(
                API + "/TaxRates", Api.object().put("TaxType", OWN_TAX).put("Status", "ACTIVE")));
    }

    private boolean archiveAccount() {
        var account = xero.get(API + "/Accounts?where=Code%3D%3D%22200%22")
                .at("/Accounts/0/AccountID")
                .asText();
        xero.post(
                API + "/Accounts/" + account,
                Api.object().put("AccountID", account).put("Status", "ARCHIVED"));
        clockwork.pause(chance.between(Duration.ofMinutes(1), Duration.ofHours(3)));
        return insist(() -> xero.post(
                API + "/Accounts/" + account,
                Api.object().put("AccountID", account).put("Status", "ACTIVE")));
    }

    /// What must be put back is, however often Xero is offline.
    private boolean insist(Runnable act) {
        for (var tries = 0; tries < TRIES_MAX; tries++) {
            try {
                act.run();
                return true;
            } catch (IllegalStateException refused) {
                clockwork.pause(Duration.ofMinutes(20));
            }
        }
        return false;
    }

    /// True for what finance made itself from another invoice.
    boolean copied(String invoice) {
        return copies.contains(invoice);
    }

    /// Every sales invoice, in full.
    List<JsonNode> all() {
        var all = new ArrayList<JsonNode>();
        xero.get(API + "/Invoices?page=1&pageSize=1000&unitdp=4")
                .path("Invoices")
                .forEach(all::add);
        return all;
    }

    JsonNode read(String invoice) {
        return xero.get(API + "/Invoices/" + invoice + "?unitdp=4").at("/Invoices/0");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clockwork.instant(), ZoneOffset.UTC);
    }

    private static String id(JsonNode invoice) {
        return invoice.path("InvoiceID").asText();
    }

    private static String contact(JsonNode invoice) {
        return invoice.path("Contact").path("ContactID").asText();
    }

    private static BigDecimal due(JsonNode invoice) {
        return invoice.path("AmountDue").decimalValue();
    }
}
