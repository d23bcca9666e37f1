package dev.quotetocash.sandbox;

import dev.quotetocash.sandbox.hubspot.HubSpotSettings;
import dev.quotetocash.sandbox.hubspot.Unconfirmed;
import dev.quotetocash.sandbox.xero.XeroSettings;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// Switches of unconfirmed facts as they are given on the command line: `xero.keysPerToken=true`,
/// `hubspot.MERGE_GIVES_NEW_ID=false`. An unknown one is refused with an [IllegalArgumentException] that lists those
/// there are.
public record SwitchOptions(Map<String, String> given) {

    private static final String XERO = "xero.";
    private static final String HUBSPOT = "hubspot.";

    public static final SwitchOptions NONE = new SwitchOptions(Map.of());

    public SwitchOptions {
        given = new LinkedHashMap<>(given);
        for (var name : given.keySet()) {
            if (!name.startsWith(XERO) && !name.startsWith(HUBSPOT)) {
                throw new IllegalArgumentException("a switch is named " + XERO + "... or " + HUBSPOT + "...: " + name);
            }
        }
    }

    boolean concerns(OneVendor.Vendor vendor) {
        return given.keySet().stream().allMatch(name -> name.startsWith(vendor + "."));
    }

    XeroSettings settle(XeroSettings settings) {
        var settled = settings;
        for (var entry : given.entrySet()) {
            if (!entry.getKey().startsWith(XERO)) continue;
            var name = entry.getKey().substring(XERO.length());
            settled = settled.withSwitches(settled.switches().with(name, entry.getValue()));
        }
        return settled;
    }

    HubSpotSettings settle(HubSpotSettings settings) {
        var settled = settings;
        for (var entry : given.entrySet()) {
            if (!entry.getKey().startsWith(HUBSPOT)) continue;
            var which = hubspot(entry.getKey().substring(HUBSPOT.length()));
            settled = settled.with(which, flag(entry.getKey(), entry.getValue()));
        }
        return settled;
    }

    private static Unconfirmed hubspot(String name) {
        return Arrays.stream(Unconfirmed.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no such switch: " + HUBSPOT + name + "; there are " + Arrays.toString(Unconfirmed.values())));
    }

    private static boolean flag(String name, String value) {
        if (value.equals("true") || value.equals("false")) return value.equals("true");
        throw new IllegalArgumentException(name + " is true or false, not " + value);
    }
}
