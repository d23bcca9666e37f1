package dev.quotetocash.sandbox.prove;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.engine.Http.HttpReply;
import dev.quotetocash.engine.Vendor;
import dev.quotetocash.sandbox.people.Api;
import dev.quotetocash.sandbox.sim.SimRequest;
import dev.quotetocash.sandbox.sim.SimResponse;
import dev.quotetocash.sandbox.sim.VendorSimulator;
import dev.quotetocash.sync.HighWaterMark;
import dev.quotetocash.sync.Identity;
import dev.quotetocash.sync.XeroInvoiceId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Watches a run from outside: which invoices the bridge makes and what they came to, how often each was really
/// paid, what the marks pass by, and how many calls and writes there were. What must never be it says at once.
final class Observer {

    private static final int XERO_CALLS_A_DAY = 1_000;
    private static final int FLOOD = 3 * XERO_CALLS_A_DAY;

    /// The longest from a bridge's look at a deal to its approval of the invoice: one invocation, which may stand
    /// still more than once.
    private static final Duration UNTOLD_MAX = Duration.ofHours(1);

    /// The longest from a bridge's look at a deal to the invoice: one invocation, and its time to send.
    private static final Duration READ_TO_SENT = Duration.ofSeconds(150);

    private static final Duration ON_ITS_WAY = Duration.ofSeconds(1);

    private static final String REFUSED = "\"StatusAttributeString\":\"ERROR\"";

    private final Clockwork clockwork;
    private final Trace trace;
    private final Map<String, String> made = new LinkedHashMap<>();
    private final Map<String, Instant> madeAt = new LinkedHashMap<>();
    private final Map<String, JsonNode> seen = new LinkedHashMap<>();
    private final Map<String, Integer> paid = new LinkedHashMap<>();
    private final Map<String, Instant> unsettled = new LinkedHashMap<>();
    private int callsOfXerosDay;
    private int admittedOfXerosDay;
    private int mostOfADay;
    private int leftOfXerosDay = Integer.MAX_VALUE;

    private record Refused(Instant at, Instant until) {}

    private final Map<VendorSimulator, Refused> refusals = new IdentityHashMap<>();
    private final ConnectionWatch consents;
    private final Set<String> edited = new LinkedHashSet<>();
    private final Set<String> bugs = new LinkedHashSet<>();
    private final List<Violation> violations = new ArrayList<>();
    private Optional<Ground> ground = Optional.empty();
    private Instant lastWrite = Instant.MIN;
    private String lastWritten = "";

    Observer(Clockwork clockwork, Trace trace) {
        this.clockwork = clockwork;
        this.trace = trace;
        consents = new ConnectionWatch(
                clockwork,
                vendor -> ground.orElseThrow().stack.connection(vendor),
                (rule, what) -> violation(rule, what));
    }

    void watch(Ground watched) {
        ground = Optional.of(watched);
    }

    /// A vendor has told the stack to stay away for a while, and the stack has got that answer.
    void refused(VendorSimulator vendor, Operation operation, Duration wait) {
        if (isOfAnotherLimit(operation) || !isOurs() || !agreesOnTime()) return;
        var now = clockwork.instant();
        var known = refusals.get(vendor);
        if (known == null || now.plus(wait).isAfter(known.until()))
            refusals.put(vendor, new Refused(now, now.plus(wait)));
    }

    /// The stack calls a vendor. Who was on the way already when it was told to stay away did not know.
    void calls(VendorSimulator vendor, Operation operation) {
        var refused = refusals.get(vendor);
        var now = clockwork.instant();
        if (refused == null || isOfAnotherLimit(operation) || !isOurs() || !agreesOnTime()) return;
        if (now.isAfter(refused.at().plus(ON_ITS_WAY)) && now.isBefore(refused.until())) {
            violation(
                    "Nobody calls before Retry-After is over",
                    "told at " + refused.at() + " to wait until " + refused.until() + ", and called at " + now + ": "
                            + operation);
        }
    }

    /// Whether what one function stores about a time means the same to all others, at once.
    private boolean agreesOnTime() {
        var stack = ground.orElseThrow().stack;
        return stack.reportsAtOnce() && stack.clocksAreRight();
    }

    /// A vendor refuses the consent of a stack.
    void refusedConsent(String stack, Vendor vendor) {
        if (!stack.equals(Ground.OTHER)) consents.refused(vendor);
    }

    /// A function calls a vendor.
    void sends(Operation operation, SimRequest call) {
        if (isOurs()) consents.sends(operation, call);
    }

    /// It has its answer, or knows that it gets none.
    void got(Operation operation, SimRequest call, HttpReply reply) {
        if (isOurs()) consents.got(operation, call, reply);
    }

    /// AWS failed the running function, or another one has a lock that it wanted.
    void hindered() {
        consents.hindered();
    }

    /// Whether the stack's next call will show something of its connections, though nobody has changed a record.
    boolean awaitsACall() {
        return consents.awaitsACall();
    }

    private static boolean isOfAnotherLimit(Operation operation) {
        return operation.asksForTokens() || operation == Operation.HUBSPOT_SEARCH;
    }

    private boolean isOurs() {
        return !clockwork.running().map(Clockwork.Task::name).orElse("").startsWith(Ground.OTHER);
    }

    /// The bridge asks a vendor for something.
    void asked(SimRequest request) {
        Manners.breach(request).ifPresent(breach -> violation(breach.rule(), breach.what()));
    }

    /// The bridge has called a vendor, and the vendor has carried it out.
    void called(Operation operation, String what, SimResponse reply) {
        if (operation.vendor().equals(Optional.of(Vendor.XERO)) && !operation.asksForTokens()) {
            counted(reply);
            // An error, because what throws an exception is tried again: the run would last for hours.
            if (callsOfXerosDay > FLOOD) throw new AssertionError(callsOfXerosDay + " calls to Xero in a day");
        }
        if (!isOfAnotherLimit(operation) && ground.orElseThrow().vendors.isOwnFault(reply)) {
            violation("The bridge stays within the vendors' limits", what + " " + reply.status() + " " + reply.text());
        }
        if (!operation.writes() || reply.status() >= 300) return;
        var who = clockwork.running().map(Clockwork.Task::name).orElse("");
        if (who.startsWith(Ground.OTHER)) {
            violation("A stack that does not own the account writes nothing", who + ": " + what);
        }
        if (operation == Operation.XERO_INVOICE) made(reply);
        // A whole request that was refused changes nothing; it may be tried for as long as it is worth a try.
        if (reply.text().contains(REFUSED)) return;
        lastWrite = clockwork.instant();
        lastWritten = what;
        if (operation == Operation.XERO_STATUS) statusSet(what.substring(what.lastIndexOf('/') + 1));
    }

    /// Xero's day begins when Xero says that more is left than before; what it refuses does not count there.
    private void counted(SimResponse reply) {
        var left = Optional.ofNullable(reply.headers().get("X-DayLimit-Remaining"))
                .map(Integer::valueOf)
                .orElse(leftOfXerosDay);
        if (left > leftOfXerosDay) {
            callsOfXerosDay = 0;
            admittedOfXerosDay = 0;
        }
        leftOfXerosDay = left;
        callsOfXerosDay++;
        if (reply.status() != 429) admittedOfXerosDay++;
        mostOfADay = Math.max(mostOfADay, admittedOfXerosDay);
    }

    /// Something that is our own bug, and no vendor's no.
    void bug(String what) {
        bugs.add(what);
    }

    /// A person has worked on an invoice, or the bridge has.
    void changed(String invoice) {
        var now = ground.orElseThrow().accountants.read(invoice);
        var before = Optional.ofNullable(seen.put(invoice, now));
        if (before.filter(was -> Invoices.total(was).compareTo(Invoices.total(now)) != 0)
                .isPresent()) {
            edited.add(invoice);
        }
        if (Invoices.isPaid(now) && !before.map(Invoices::isPaid).orElse(false)) paid.merge(invoice, 1, Integer::sum);
        unsettled.put(invoice, Invoices.updatedAt(now));
    }

    /// A sweep has moved its mark.
    void marked(Installation stack, String sweep, HighWaterMark mark) {
        if (!sweep.equals("invoice#xero")) return;
        for (var entry : List.copyOf(unsettled.entrySet())) {
            if (entry.getValue().isAfter(mark.at())) continue;
            unsettled.remove(entry.getKey());
            passed(stack, entry.getKey(), entry.getValue(), mark);
        }
    }

    /// Whether a deal's customer went into another one, or another one into it, on either side.
    boolean customerIsMerged(String customer) {
        return ground.orElseThrow().reps.isMerged(customer)
                || ground.orElseThrow().accountants.isMerged(customer);
    }

    /// Whether the deal's lines ever came to that.
    boolean everCameTo(String deal, BigDecimal total) {
        var deals = ground.orElseThrow().deals;
        return deals.find(deal).filter(known -> deals.everCameTo(known, total)).isPresent();
    }

    boolean taxMayHaveMoved(String deal) {
        var deals = ground.orElseThrow().deals;
        return deals.find(deal).filter(deals::taxMayHaveMoved).isPresent();
    }

    /// When the first invoice of a deal was made.
    Optional<Instant> madeAt(String deal) {
        return Optional.ofNullable(madeAt.get(deal));
    }

    Optional<String> madeFor(String invoice) {
        return Optional.ofNullable(made.get(invoice));
    }

    /// How often the invoice went from not paid to paid.
    int timesPaid(String invoice) {
        return paid.getOrDefault(invoice, 0);
    }

    /// Whether its total has changed since it was made.
    boolean edited(String invoice) {
        return edited.contains(invoice);
    }

    List<Violation> violations() {
        var all = new ArrayList<>(violations);
        if (mostOfADay > XERO_CALLS_A_DAY) {
            all.add(new Violation("Calls stay within the budget", mostOfADay + " calls to Xero in a day", List.of()));
        }
        bugs.forEach(bug -> all.add(new Violation("Nothing throws", bug, List.of())));
        return all;
    }

    Duration sinceLastWrite() {
        return Duration.between(lastWrite, clockwork.instant());
    }

    String lastWritten() {
        return lastWritten;
    }

    /// An invoice as it was after the last edit.
    private Optional<JsonNode> seen(String invoice) {
        return Optional.ofNullable(seen.get(invoice));
    }

    private void statusSet(String invoice) {
        changed(invoice);
        var read = seen(invoice).orElseThrow();
        if (Invoices.isLive(read)) {
            approved(invoice, read);
        } else if (!made.containsKey(invoice) || edited.contains(invoice)) {
            violation("What a person made is never taken away", "the bridge deleted " + invoice, invoice);
        }
    }

    private void approved(String invoice, JsonNode read) {
        var deal = Optional.ofNullable(made.get(invoice)).flatMap(ground.orElseThrow().deals::find);
        var before = clockwork.instant().minus(UNTOLD_MAX);
        if (deal.filter(known -> !known.merged() && !known.deleted())
                // HubSpot may have counted the lines since: hubspot.DEAL_AMOUNT_FOLLOWS_LINE_ITEMS.
                .filter(known -> known.typedLast(ground.orElseThrow().reps.amount(known.id())))
                .filter(known -> known.amountIsWrongSince(before, Invoices.subTotal(read), Invoices.total(read)))
                .isEmpty()) return;
        violation(
                "What a person should look at stays a draft",
                "the amount of deal " + deal.get().id() + " is wrong, and the bridge approved " + invoice,
                deal.get().id(),
                invoice);
    }

    /// By their ids, for lists may lag behind.
    private void made(SimResponse reply) {
        for (var element : Api.parse(reply.text()).path("Invoices")) {
            if (element.path("StatusAttributeString").asText().equals("ERROR")) continue;
            var invoice = ground.orElseThrow().accountants.read(Invoices.id(element));
            if (!made.containsKey(Invoices.id(invoice))) appeared(invoice);
        }
    }

    private void appeared(JsonNode invoice) {
        var id = Invoices.id(invoice);
        var slot = Invoices.deal(invoice).orElseThrow();
        for (var other : made.entrySet()) {
            if (other.getValue().equals(slot)
                    && seen(other.getKey()).filter(Invoices::isLive).isPresent()) {
                violation(
                        "One live invoice per slot",
                        "deal " + slot + " has " + other.getKey() + " and " + id,
                        slot,
                        other.getKey(),
                        id);
            }
        }
        var deal = Invoices.deal(invoice).orElseThrow();
        if (made.containsValue(deal)) {
            violation("A slot gets one invoice, voided or not", "deal " + deal + " got another one: " + id, deal, id);
        }
        made.put(id, deal);
        madeAt.putIfAbsent(deal, clockwork.instant());
        trace.say("Xero", "holds " + invoice.path("InvoiceNumber").asText() + " " + id + " for deal " + deal);
        changed(id);
        var known = ground.orElseThrow().deals.find(deal);
        if (known.isEmpty()) {
            violation("Invoices name deals", "an invoice names deal " + deal + ", which nobody made", deal, id);
            return;
        }
        if (known.get().beforeActivation()) {
            violation("Nothing won before activation is invoiced", "deal " + deal + " was", deal, id);
        }
        // Who has just read the deal does not know of a merge that comes before it sends.
        if (known.get().partsBefore(clockwork.instant().minus(READ_TO_SENT)).stream()
                .map(Deals.Known::id)
                .anyMatch(made::containsValue)) {
            violation("A merged deal is not billed again", "deal " + deal + " was billed before the merge", deal, id);
        }
        // Whoever is still at work on a deal that is being merged does not know what came together.
        if (!known.get().merged() && !ground.orElseThrow().deals.everCameTo(known.get(), Invoices.total(invoice))) {
            violation(
                    "Money is equal to the cent",
                    "invoice " + id + " comes to " + Invoices.total(invoice) + ", and the lines of deal " + deal
                            + " never did",
                    deal,
                    id);
        }
    }

    /// The mark stands behind this change: it must have been seen, or be about to.
    private void passed(Installation stack, String invoice, Instant changedAt, HighWaterMark mark) {
        var link = stack.links.at(new XeroInvoiceId(invoice).ref());
        if (link.isEmpty() || !(link.get().identity() instanceof Identity.Linked)) return;
        if (link.get().work().dueAt().isPresent()) return;
        if (link.get().hasSettled("xero", changedAt.toString(), dev.quotetocash.mapping.DealStatus.MAPPING_HASH))
            return;
        var key = link.get().key().value();
        var queued = stack.queues().stream()
                .flatMap(queue -> queue.messages().stream())
                .anyMatch(message -> message.notice().ids().contains(invoice)
                        || message.notice().ids().contains(key));
        if (queued) return;
        var deal = link.get().key().slot().orElseThrow().deal().value();
        if (Checkers.disagreement(ground.orElseThrow(), deal, seen(invoice).orElseThrow())
                .isEmpty()) return;
        violation(
                "A mark never passes an unprocessed change",
                "the mark " + mark.at() + " passed invoice " + invoice + ", changed at " + changedAt,
                deal,
                invoice);
    }

    private void violation(String rule, String what, String... records) {
        trace.say("checker", rule + ": " + what);
        violations.add(new Violation(rule, what, List.of(records)));
    }
}
