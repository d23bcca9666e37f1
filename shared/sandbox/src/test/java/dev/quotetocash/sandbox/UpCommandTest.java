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
        "--region=NZ, --region needs --only xero",
        "--switch=xero.nosuch=true, 'no such switch: xero.nosuch; there are [keysPerToken,'",
        "--switch=hubspot.NO_SUCH=true, 'no such switch: hubspot.NO_SUCH; there are ['",
        "--switch=xero.keysPerToken=7, 'not a value of the switch xero.keysPerToken: 7'",
        "--switch=hubspot.MERGE_GIVES_NEW_ID=on, hubspot.MERGE_GIVES_NEW_ID is true or false",
        "--switch=sage.x=1, a switch is named xero.... or hubspot....: sage.x",
        "--only=xero --switch=hubspot.MERGE_GIVES_NEW_ID=true, a --switch of the simulator that --only leaves out",
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
