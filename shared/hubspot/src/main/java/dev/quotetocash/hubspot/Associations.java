package dev.quotetocash.hubspot;

import dev.quotetocash.engine.RemoteFailure;
import dev.quotetocash.hubspot.AssociationJson.Association;
import dev.quotetocash.sync.Lane;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Reads all associations from records of one type to another, page by page.
final class Associations {

    /// Records in one call: docs/reference/hubspot-api.md, 5.1.
    static final int BATCH = 1000;

    /// Pages of one record's list. A record that has more is refused, because half a list reads like a whole
    /// one.
    static final int PAGES_MAX = 20;

    private final HubSpotCalls calls;
    private final String version;

    Associations(HubSpotCalls calls, String version) {
        this.calls = calls;
        this.version = version;
    }

    /// `at` is the time of the first answer.
    record Found(List<Association> associations, Instant at) {

        List<String> to() {
            return associations.stream().map(Association::to).distinct().toList();
        }

        /// The records that are associated by a type come first.
        List<String> toWithFirst(int type) {
            var first = associations.stream()
                    .filter(association -> association.types().contains(type));
            return Stream.concat(first, associations.stream())
                    .map(Association::to)
                    .distinct()
                    .toList();
        }
    }

    /// At most [#BATCH] records.
    Found read(String fromType, String toType, List<String> from, Lane lane) throws CallFailed {
        var path = "/crm/associations/" + version + "/" + fromType + "/" + toType + "/batch/read";
        var answer = calls.post(path, AssociationJson.firstPages(from), lane);
        var page = answer.read(AssociationJson::parse);
        var associations = new ArrayList<>(page.found());
        for (int pages = 1; !page.next().isEmpty(); pages++) {
            if (pages == PAGES_MAX) throw new CallFailed(tooMany(fromType, toType));
            page = calls.post(path, AssociationJson.nextPages(page.next()), lane)
                    .read(AssociationJson::parse);
            associations.addAll(page.found());
        }
        return new Found(associations, answer.at());
    }

    private static RemoteFailure tooMany(String fromType, String toType) {
        return new RemoteFailure.Rejected(
                List.of("One of the " + fromType + " has more " + toType + " than the bridge reads."));
    }
}
