package dev.quotetocash.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.sandbox.hubspot.Unconfirmed;
import dev.quotetocash.sandbox.xero.XeroSwitches;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// docs/sandbox.md lists every switch with the default that it has.
class SwitchesDocumentedTest {

    private static final Pattern ROW = Pattern.compile("^\\| `(\\w+)` \\| `(\\w+)` \\| \\S.* \\|$", Pattern.MULTILINE);

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

    private static Map<String, String> rows(String heading) throws IOException {
        var text = Files.readString(Path.of("../../docs/sandbox.md"));
        var from = text.indexOf(heading);
        assertThat(from).as(heading).isNotNegative();
        var end = text.indexOf("\n#", from);
        var rows = new LinkedHashMap<String, String>();
        ROW.matcher(text.substring(from, end)).results().forEach(row -> rows.put(row.group(1), row.group(2)));
        return rows;
    }
}
