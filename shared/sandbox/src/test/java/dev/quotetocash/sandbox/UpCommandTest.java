package dev.quotetocash.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class UpCommandTest {

    @ParameterizedTest
    @CsvSource({
        "--webhook-url=http://x.test, --webhook-url needs --only",
        "--only=xero --api-port=1, --api-port makes no sense with --only",
        "--only=xero --hubspot-port=1, --hubspot-port makes no sense with --only xero",
        "--only=hubspot --xero-port=1, --xero-port makes no sense with --only hubspot",
        "--only=sage, 'expected one of [hubspot, xero]'",
    })
    void refusesOptionsThatMakeNoSenseTogether(String options, String message) {
        var errors = new StringWriter();

        var code =
                new CommandLine(new UpCommand()).setErr(new PrintWriter(errors)).execute(options.split(" "));

        assertThat(code).isEqualTo(2);
        assertThat(errors.toString()).contains(message);
    }
}
