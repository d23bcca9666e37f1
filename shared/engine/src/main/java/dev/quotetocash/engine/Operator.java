package dev.quotetocash.engine;

import dev.quotetocash.mapping.DealProperty;
import dev.quotetocash.mapping.Portal;
import dev.quotetocash.sync.Lane;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What an operator does by hand. Every command may be repeated: it does what is missing and says what it found.
public final class Operator {

    private final Ports ports;

    public Operator(Ports ports) {
        this.ports = ports;
    }

    /// What a command did, line by line, for a person. `ok` is false if something is left to do.
    public record Report(boolean ok, List<String> lines) {
        public Report {
            lines = List.copyOf(lines);
        }

        private static Report failed(String sentence) {
            return new Report(false, List.of(sentence));
        }
    }

    /// Creates the property group and the properties of deals, and writes this installation's id into the portal,
    /// unless another installation is there: two stacks on one portal would bill twice.
    public Report setup() {
        if (!(ports.hubspot().readPortal(Lane.CHANGE) instanceof Reply.Ok<Portal>(Portal portal, var _))) {
            return Report.failed("HubSpot does not answer; check its token and scopes, then run setup again.");
        }
        var installation = ports.marks()
                .installation()
                .orElseGet(() -> ports.marks().install(ports.newId().get()));
        if (!portal.installation().isEmpty() && !portal.installation().equals(installation)) {
            return Report.failed(
                    "Another installation of the bridge owns this HubSpot account. Remove it there first: clear"
                            + " the description of the deal property " + DealProperty.SLOTS + ".");
        }
        var lines = new ArrayList<String>();
        var group = ports.hubspot().ensureGroup(DealProperty.GROUP, DealProperty.GROUP_LABEL);
        if (!(group instanceof Reply.Ok<Boolean>(Boolean groupCreated, var _))) {
            return Report.failed(
                    "HubSpot refused to create the property group " + DealProperty.GROUP + "; check the scopes.");
        }
        lines.add("property group " + DealProperty.GROUP + ": " + (groupCreated ? "created" : "already there"));
        var created = 0;
        for (var property : DealProperty.ALL) {
            if (!(ports.hubspot().ensureProperty(property) instanceof Reply.Ok<Boolean>(Boolean written, var _))) {
                return Report.failed(
                        "HubSpot refused to create the deal property " + property.name() + "; check the scopes.");
            }
            if (written) created++;
        }
        lines.add(
                "deal properties: " + created + " created, " + (DealProperty.ALL.size() - created) + " already there");
        if (portal.installation().isEmpty()) {
            if (!(ports.hubspot().writeInstallation(installation) instanceof Reply.Ok<Instant>)) {
                return Report.failed("HubSpot refused to keep the installation's id; run setup again.");
            }
        }
        lines.add("installation " + installation + " owns HubSpot account and Xero organisation");
        lines.add("next: activate, from when on won deals are invoiced");
        return new Report(true, lines);
    }

    /// Tables were put back to an earlier point: what was won until now and has no invoice here is looked for in
    /// Xero before it is invoiced.
    public Report restored() {
        var now = ports.clock().instant();
        ports.marks().restored(now);
        return new Report(
                true,
                List.of("restored at " + now + ": deals won before and not known to be invoiced are looked for in Xero first"));
    }

    /// From now on, in HubSpot's time, a deal that is won is invoiced. Deals won before are not.
    public Report activate() {
        if (!(ports.hubspot().readPortal(Lane.CHANGE) instanceof Reply.Ok<Portal>(Portal portal, Instant now))) {
            return Report.failed("HubSpot does not answer; check its token and scopes, then run activate again.");
        }
        if (!ports.marks().installation().map(portal.installation()::equals).orElse(false)) {
            return Report.failed("This installation does not own the HubSpot account yet; run setup first.");
        }
        var at = ports.marks().activate(now);
        return new Report(true, List.of("active for deals won after " + at));
    }
}
