package dev.quotetocash.xero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrganisationZoneTest {

    @ParameterizedTest
    @CsvSource({
        "NEWZEALANDSTANDARDTIME, Pacific/Auckland",
        "AUSEASTERNSTANDARDTIME, Australia/Sydney",
        "EAUSTRALIASTANDARDTIME, Australia/Brisbane",
        "GMTSTANDARDTIME, Europe/London",
        "ROMANCESTANDARDTIME, Europe/Paris",
        "EASTERNSTANDARDTIME, America/New_York",
        "USMOUNTAINSTANDARDTIME, America/Phoenix",
        "CENTRALSTANDARDTIME(MEXICO), America/Mexico_City",
        "SOUTHAFRICASTANDARDTIME, Africa/Johannesburg",
        "SINGAPORESTANDARDTIME, Asia/Singapore",
        "CHINASTANDARDTIME, Asia/Shanghai",
        "UTC02, Etc/GMT+2",
        "UTC+13, Etc/GMT-13",
        "New Zealand Standard Time, Pacific/Auckland"
    })
    void knowsXerosNames(String timezone, String zone) {
        assertThat(OrganisationZone.of(timezone).getId()).isEqualTo(zone);
    }

    /// Skipped where Xero's documents are absent: they are not ours to commit. `XERO_OPENAPI` names their folder.
    @Test
    void knowsEveryNameOfXerosDocument() throws IOException {
        var document = Path.of(System.getenv().getOrDefault("XERO_OPENAPI", "../../../shared/reference/xero-openapi"))
                .resolve("xero_accounting.yaml");
        assumeTrue(Files.exists(document), () -> "skipped: there is no " + document);

        var names = Files.readString(document)
                .lines()
                .dropWhile(line -> !line.equals("    TimeZone:"))
                .skip(1)
                .takeWhile(line -> line.startsWith("      "))
                .map(String::strip)
                .filter(line -> line.startsWith("- "))
                .map(line -> line.substring(2))
                .toList();

        assertThat(names)
                .hasSizeGreaterThan(100)
                .allSatisfy(name -> assertThat(OrganisationZone.of(name)).isNotNull());
    }
}
