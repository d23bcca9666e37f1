package dev.quotetocash.sandbox.hubspot;

import dev.quotetocash.sandbox.sim.SimResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The addresses that HubSpot calls from, for allow-listing (section 2). The ranges are those reserved for
/// documentation.
final class AddressRanges {

    private static final List<Range> ALL = List.of(
            new Range("192.0.2.0/28", "API", "Webhooks and other calls to apps"),
            new Range("198.51.100.7/32", "EMAIL", "One-to-one and marketing e-mail"));

    private AddressRanges() {}

    private record Range(String cidr, String service, String description) {}

    static SimResponse list(Call call) {
        var results = Json.array();
        for (var range : ALL) {
            results.addObject()
                    .put("cidr", range.cidr())
                    .put("direction", "EGRESS")
                    .put("service", range.service())
                    .put("description", range.description());
        }
        return call.results(results);
    }

    /// The ranges alone, as plain text.
    static SimResponse simple(Call call) {
        var text = ALL.stream().map(Range::cidr).collect(Collectors.joining("\n"));
        return new SimResponse(200, Map.of("Content-Type", "text/plain"), text.getBytes(StandardCharsets.UTF_8));
    }
}
