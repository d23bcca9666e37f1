package dev.quotetocash.sandbox.prove;

import dev.quotetocash.engine.Http.HttpReply;
import dev.quotetocash.engine.Vendor;
import dev.quotetocash.sandbox.sim.SimRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// Watches what a stack does with the consents that people gave it, at both vendors alike.
final class ConnectionWatch {

    private final Clockwork clockwork;
    private final Function<Vendor, StackConnection> connections;
    private final BiConsumer<String, String> violation;
    private final Map<Vendor, List<Refresh>> refreshing = new EnumMap<>(Vendor.class);

    /// When the last refresh began that the vendor may have done without our knowing.
    private final Map<Vendor, Instant> unsure = new EnumMap<>(Vendor.class);

    private final List<Told> told = new ArrayList<>();

    private record Refresh(Clockwork.Task task, Instant begunAt) {}

    /// A function has been told that what is stored, with this access token, is dead.
    private record Told(Vendor vendor, Clockwork.Task task, String accessToken, Instant at) {}

    /// `violation` takes a rule and what broke it.
    ConnectionWatch(
            Clockwork clockwork, Function<Vendor, StackConnection> connections, BiConsumer<String, String> violation) {
        this.clockwork = clockwork;
        this.connections = connections;
        this.violation = violation;
    }

    /// A function calls a vendor.
    void sends(Operation operation, SimRequest call) {
        if (isRefresh(operation, call)) refreshes(operation.vendor().orElseThrow());
    }

    /// It has its answer.
    void got(Operation operation, SimRequest call, HttpReply reply) {
        var vendor = operation.vendor().orElseThrow();
        if (isRefresh(operation, call)) refreshed(vendor, reply);
        if (reply instanceof HttpReply.Answered answered) hears(vendor, operation, call, answered);
    }

    /// The vendor refuses the consent. That is as it should be after a person has taken it back; and where an
    /// answer with new tokens got lost, and nobody got another one in time (docs/reference/xero-api.md, 11.2).
    void refused(Vendor vendor) {
        if (connections.apply(vendor).isWithdrawn() || isRefreshOpen(vendor)) return;
        violation.accept(
                "A connection lives until a person ends it",
                vendor.label() + " refuses the connection at " + clockwork.instant());
    }

    /// Whether the next call will show something, though nobody has changed a record: a person has ended a connection
    /// in which the stack believes; or tokens were asked for last that are not stored, so that what is stored
    /// will die.
    boolean awaitsACall() {
        return Arrays.stream(Vendor.values())
                .anyMatch(vendor -> connections.apply(vendor).isDeadUnseen() || isRefreshOpen(vendor));
    }

    private boolean isRefreshOpen(Vendor vendor) {
        var connection = connections.apply(vendor);
        var begun = unsure.get(vendor);
        return begun != null && connection.diesOfALostAnswer() && !connection.isRefreshedSince(begun);
    }

    /// AWS failed the running function, or another one holds the lock: it may not be able to store what it was
    /// told.
    void hindered() {
        clockwork.running().ifPresent(task -> told.removeIf(one -> one.task() == task));
    }

    private static boolean isRefresh(Operation operation, SimRequest call) {
        return operation.asksForTokens() && call.text().contains("grant_type=refresh_token");
    }

    /// With the refresh token that all functions share.
    private void refreshes(Vendor vendor) {
        var open = refreshing.computeIfAbsent(vendor, _ -> new ArrayList<>());
        var task = clockwork.running().orElseThrow();
        open.stream()
                .filter(other -> !other.task().died())
                .findFirst()
                .ifPresent(other -> violation.accept(
                        "One function at a time refreshes",
                        task.name() + " refreshes at " + vendor.label() + " while "
                                + other.task().name() + " does"));
        var refresh = new Refresh(task, clockwork.instant());
        open.add(refresh);
        task.whenEnded(() -> {
            if (open.remove(refresh)) unsure.put(vendor, refresh.begunAt());
        });
    }

    private void refreshed(Vendor vendor, HttpReply reply) {
        var task = clockwork.running().orElseThrow();
        var open = refreshing.computeIfAbsent(vendor, _ -> new ArrayList<>());
        var refresh =
                open.stream().filter(one -> one.task() == task).findFirst().orElseThrow();
        open.remove(refresh);
        if (mayBeDone(reply)) unsure.put(vendor, refresh.begunAt());
    }

    private static boolean mayBeDone(HttpReply reply) {
        return switch (reply) {
            case HttpReply.Answered answered -> answered.status() < 400 || answered.status() >= 500;
            case HttpReply.Broken _ -> true;
            case HttpReply.NotSent _, HttpReply.Withheld _ -> false;
        };
    }

    /// Whoever hears that the stored connection is dead stores that. Not if somebody else was told already, or has
    /// put other tokens there meanwhile: then the next call tells.
    private void hears(Vendor vendor, Operation operation, SimRequest call, HttpReply.Answered reply) {
        // Another stack's consent can bring a connection of Xero back.
        if (reply.status() < 400 && !operation.asksForTokens()) told.removeIf(one -> one.vendor() == vendor);
        var connection = connections.apply(vendor);
        if (!connection.isWithdrawn() || !saysDead(vendor, operation, reply)) return;
        var sent = call.header("authorization").orElse("");
        connection
                .kept()
                .filter(stored -> stored.refusedSince().isEmpty())
                .filter(stored -> operation.asksForTokens() || sent.equals("Bearer " + stored.accessToken()))
                .ifPresent(stored -> expectItStored(new Told(
                        vendor, clockwork.running().orElseThrow(), stored.accessToken(), clockwork.instant())));
    }

    /// docs/reference/hubspot-api.md, 13.1; docs/reference/xero-api.md, 9.
    private static boolean saysDead(Vendor vendor, Operation operation, HttpReply.Answered reply) {
        var text = new String(reply.body(), StandardCharsets.UTF_8);
        if (operation.asksForTokens()) return reply.status() == 400 && text.contains("invalid_grant");
        return switch (vendor) {
            case HUBSPOT -> reply.status() == 401;
            case XERO ->
                (reply.status() == 401 || reply.status() == 403) && text.contains("AuthenticationUnsuccessful");
        };
    }

    private void expectItStored(Told one) {
        told.add(one);
        one.task().whenEnded(() -> {
            if (!told.remove(one) || one.task().died()) return;
            connections
                    .apply(one.vendor())
                    .kept()
                    .filter(stored -> stored.accessToken().equals(one.accessToken()))
                    .filter(stored -> stored.refusedSince().isEmpty())
                    .ifPresent(_ -> violation.accept(
                            "A dead connection is seen",
                            one.vendor().label() + " told " + one.task().name() + " at " + one.at()
                                    + " that the connection is dead, and it stored nothing of that"));
        });
    }
}
