package dev.quotetocash.sandbox.prove;

import dev.quotetocash.engine.Vendor;
import dev.quotetocash.sandbox.sim.WebhookChances;
import dev.quotetocash.sandbox.sim.WebhookQueue;
import java.time.Duration;
import java.util.List;

/// What goes wrong beyond single calls: storms of faults, webhooks that get lost or come days later, vendors that
/// are down, clocks that jump.
final class Mishaps {

    private final Clockwork clockwork;
    private final Chance chance;
    private final Events events;
    private final Coverage coverage;
    private final Weather weather;
    private final Vendors vendors;
    private final Installation stack;
    private final Runnable webhooks;

    /// A kind of mishap. `name` is its row in the coverage.
    private record Mishap(String name, int weight, Runnable strike) {}

    private final List<Mishap> all;

    /// `webhooks` is told when webhooks may have become due; `secondStack` installs one.
    Mishaps(
            Clockwork clockwork,
            Chance chance,
            Events events,
            Coverage coverage,
            Weather weather,
            Vendors vendors,
            Installation stack,
            Runnable webhooks,
            Runnable secondStack) {
        this.clockwork = clockwork;
        this.chance = chance;
        this.events = events;
        this.coverage = coverage;
        this.weather = weather;
        this.vendors = vendors;
        this.stack = stack;
        this.webhooks = webhooks;
        this.all = List.of(
                new Mishap("storm of faults", 8, () -> weather.storm(minutes(10, 180))),
                new Mishap("HubSpot's webhooks are lost for a while", 3, () -> lose(vendors.hubspotWebhooks)),
                new Mishap("Xero's webhooks are lost for a while", 3, () -> lose(vendors.xeroWebhooks)),
                new Mishap("HubSpot's webhooks of days come again", 3, () -> again(vendors.hubspotWebhooks)),
                new Mishap("Xero's webhooks of days come again", 3, () -> again(vendors.xeroWebhooks)),
                new Mishap("HubSpot moves the account (477)", 1, () -> vendors.hubspot.migrateAccount(minutes(1, 90))),
                new Mishap("Xero is offline (503)", 2, this::offline),
                new Mishap("Xero's key service is down (500)", 2, this::keysDown),
                new Mishap("the Xero app is disconnected and connected again", 1, this::disconnect),
                new Mishap("a person revokes the connection to Xero and connects again", 2, this::revoke),
                new Mishap("a person uninstalls the HubSpot app and connects again", 2, this::uninstall),
                new Mishap("other apps search in HubSpot", 3, this::othersSearch),
                new Mishap("other apps use up HubSpot's day", 1, this::othersUseUpTheDay),
                new Mishap("clocks jump", 2, this::jump),
                new Mishap("the stack is stopped", 2, stack::killAll),
                new Mishap("tables are restored to an earlier point", 2, this::restore),
                new Mishap("a second stack is installed beside the first", 1, secondStack));
    }

    /// Webhooks that are doubled, overtaken and lost all the time, as both vendors warn.
    void begin() {
        all.forEach(mishap -> coverage.expect(mishap.name()));
        var some = new WebhookChances(chance.below(150), chance.below(150), chance.below(60));
        vendors.hubspotWebhooks.chances(some);
        vendors.xeroWebhooks.chances(some);
        next();
    }

    /// The world is well again.
    void end() {
        vendors.hubspotWebhooks.chances(WebhookChances.NONE);
        vendors.xeroWebhooks.chances(WebhookChances.NONE);
        vendors.hubspotWebhooks.lose(false);
        vendors.xeroWebhooks.lose(false);
    }

    private void next() {
        clockwork.at(clockwork.instant().plus(minutes(30, 20 * 60)), () -> {
            if (events.ended()) return;
            var mishap = chance.weighted(all, Mishap::weight);
            if (events.fault(mishap.name())) {
                coverage.count(mishap.name());
                mishap.strike().run();
            }
            next();
        });
    }

    private void lose(WebhookQueue queue) {
        queue.lose(true);
        later(minutes(10, 30 * 60), () -> queue.lose(false));
    }

    private void again(WebhookQueue queue) {
        queue.sendAgain(1 + chance.below(30), 1);
        webhooks.run();
    }

    private void offline() {
        vendors.xero.setOffline(true);
        later(minutes(1, 120), () -> vendors.xero.setOffline(false));
    }

    private void keysDown() {
        vendors.xero.setKeysDown(true);
        later(minutes(1, 60), () -> vendors.xero.setKeysDown(false));
    }

    private void disconnect() {
        vendors.consents.disconnectXero();
        later(minutes(5, 300), () -> {
            vendors.xero.connect();
            connectAgain(Vendor.XERO);
        });
    }

    /// Where a person has consented: the refresh token and all that came of it die.
    private void revoke() {
        stack.sweepXero();
        soon(() -> stack.connection(Vendor.XERO).kept().ifPresent(connection -> {
            vendors.consents.revokeXero(connection.refreshToken());
            later(minutes(5, 600), () -> connectAgain(Vendor.XERO));
        }));
    }

    private void uninstall() {
        stack.sweepHubSpot();
        soon(() -> {
            vendors.consents.uninstallFromHubSpot();
            later(minutes(5, 600), () -> connectAgain(Vendor.HUBSPOT));
        });
    }

    /// After a sweep, which here is skipped where nothing happens, and else gives the stack tokens that live: it can
    /// be told of their end by a refused call, or by a refused refresh.
    private void soon(Runnable end) {
        later(minutes(0, 45), end);
    }

    /// However often the vendor does not answer.
    private void connectAgain(Vendor vendor) {
        if (!stack.connection(vendor).connect()) later(minutes(5, 30), () -> connectAgain(vendor));
    }

    /// In bursts, for a while.
    private void othersSearch() {
        for (var more = 60; more > 0; more--) {
            later(minutes(0, 30), () -> vendors.hubspot.otherAppsSearch(chance.below(6)));
        }
    }

    private void othersUseUpTheDay() {
        vendors.hubspot.otherAppsUse(vendors.hubspotSettings.limits().daily());
        vendors.limitsAreShared();
    }

    private void jump() {
        var by = chance.between(Duration.ZERO, Duration.ofSeconds(60));
        stack.skewClocks(chance.below(2) == 0 ? by : by.negated());
        later(minutes(2, 30), () -> stack.skewClocks(Duration.ZERO));
    }

    /// To the point now, from a later one.
    private void restore() {
        var rows = stack.links.rows();
        var marks = stack.marks.all();
        later(minutes(1, 300), () -> stack.restore(rows, marks, minutes(1, 20)));
    }

    private void later(Duration delay, Runnable action) {
        clockwork.at(clockwork.instant().plus(delay), action);
    }

    private Duration minutes(int least, int most) {
        return chance.between(Duration.ofMinutes(least), Duration.ofMinutes(most));
    }
}
