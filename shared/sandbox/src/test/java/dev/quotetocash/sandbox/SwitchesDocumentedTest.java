package dev.quotetocash.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.sandbox.hubspot.Unconfirmed;
import dev.quotetocash.sandbox.xero.XeroSwitches;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// docs/sandbox.md lists every switch with the default that it has.
class SwitchesDocumentedTest {

    private static final Pattern ROW = Pattern.compile("^\\| `(\\w+)` \\| `(\\w+)` \\| \\S.* \\|$", Pattern.MULTILINE);

    private static final Pattern HEADING = Pattern.compile("^#+ ([0-9]+(?:\\.[0-9]+)?)\\.? ");

    private static final Pattern NUMBER = Pattern.compile("(?<=[( ])[0-9]+(?:\\.[0-9]+)?(?=[,) ])");

    @Test
    void listsTheSwitchesOfXero() throws IOException {
        var switches = XeroSwitches.suggested().values();

        assertThat(rows("### Xero: `--switch")).isEqualTo(switches);
    }

    @Test
    void listsTheSwitchesOfHubSpot() throws IOException {
        var switches = new LinkedHashMap<String, String>();
        Arrays.stream(Unconfirmed.values()).forEach(one -> switches.put(one.name(), Boolean.toString(one.usual())));

        assertThat(rows("### HubSpot: `--switch")).isEqualTo(switches);
    }

    /// Each section of the reference that calls something UNCONFIRMED is named by a switch, or in the list of
    /// what is none.
    @Test
    void leavesNoSectionOfHubSpotsReferenceOutThatIsUnconfirmed() throws IOException {
        var named = NUMBER.matcher(part("### HubSpot: `--switch"))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());

        assertThat(unconfirmedSections())
                .contains("2", "3.1", "9.2", "15.4", "16.3")
                .isSubsetOf(named);
    }

    private static Set<String> unconfirmedSections() throws IOException {
        var sections = new LinkedHashSet<String>();
        var section = "";
        for (var line : Files.readAllLines(Path.of("../../docs/reference/hubspot-api.md"))) {
            var heading = HEADING.matcher(line);
            if (heading.find()) section = heading.group(1);
            else if (!section.isEmpty() && line.contains("UNCONFIRMED")) sections.add(section);
        }
        return sections;
    }

    private static Map<String, String> rows(String heading) throws IOException {
        var rows = new LinkedHashMap<String, String>();
        ROW.matcher(part(heading)).results().forEach(row -> rows.put(row.group(1), row.group(2)));
        return rows;
    }

    private static String part(String heading) throws IOException {
        var text = Files.readString(Path.of("../../docs/sandbox.md"));
        var from = text.indexOf(heading);
        assertThat(from).as(heading).isNotNegative();
        return text.substring(from, text.indexOf("\n#", from));
    }
}
