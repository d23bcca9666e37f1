package dev.quotetocash.sandbox.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IntrinsicsTest {

    private static final Intrinsics.References REFERENCES = new Intrinsics.References() {
        @Override
        public Optional<String> ref(String logicalId) {
            return logicalId.equals("Queue") ? Optional.of("http://queue") : Optional.empty();
        }

        @Override
        public Optional<String> attribute(String logicalId, String name) {
            return logicalId.equals("Queue") && name.equals("Arn") ? Optional.of("arn:queue") : Optional.empty();
        }
    };

    @Test
    void resolvesReferencesToParametersAndResources() {
        assertThat(resolved("!Ref Size")).isEqualTo("\"10\"");
        assertThat(resolved("!Ref Queue")).isEqualTo("\"http://queue\"");
        assertThat(resolved("{Ref: Queue}")).isEqualTo("\"http://queue\"");
    }

    @Test
    void resolvesAttributesInBothSpellings() {
        assertThat(resolved("!GetAtt Queue.Arn")).isEqualTo("\"arn:queue\"");
        assertThat(resolved("{Fn::GetAtt: [Queue, Arn]}")).isEqualTo("\"arn:queue\"");
    }

    @Test
    void substitutesVariablesAttributesAndLocals() {
        assertThat(resolved("!Sub '${Size}/${Queue.Arn}/${!Kept}'")).isEqualTo("\"10/arn:queue/${Kept}\"");
        assertThat(resolved("!Sub ['${A}-${Size}', {A: !Ref Size}]")).isEqualTo("\"10-10\"");
    }

    @Test
    void joinsSplitsAndSelects() {
        assertThat(resolved("!Join [':', [a, !Ref Size]]")).isEqualTo("\"a:10\"");
        assertThat(resolved("!Select [1, !Split [',', 'a,b']]")).isEqualTo("\"b\"");
    }

    @Test
    void choosesByCondition() {
        assertThat(resolved("!If [IsTen, first, second]")).isEqualTo("\"first\"");
        assertThat(resolved("!If [IsNotTen, first, second]")).isEqualTo("\"second\"");
        assertThat(resolved("!If [Both, first, second]")).isEqualTo("\"second\"");
        assertThat(resolved("!If [Either, first, second]")).isEqualTo("\"first\"");
    }

    @Test
    void leavesOutWhatHasNoValue() {
        assertThat(resolved("{A: !If [IsTen, !Ref 'AWS::NoValue', 1], B: 2}")).isEqualTo("{\"B\":2}");
    }

    @Test
    void namesTheMissingResourceAndThePlace() {
        assertThatThrownBy(() -> resolved("{Deep: [!Ref Nobody]}"))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("Value.Deep[0]")
                .hasMessageContaining("Nobody");
        assertThatThrownBy(() -> resolved("!GetAtt Queue.Colour")).hasMessageContaining("Colour");
    }

    @Test
    void refusesAnIntrinsicThatItDoesNotKnowByNameAndPlace() {
        assertThatThrownBy(() -> Template.parse("Resources: {A: {Properties: {B: !ImportValue x}}}"))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("Fn::ImportValue is not supported")
                .hasMessageContaining("template.Resources.A.Properties.B");
    }

    @Test
    void checksParametersAsCloudFormationDoes() {
        var template = Template.parse("""
                Parameters:
                  Needed: {Type: String, AllowedPattern: '^[a-z]+$'}
                  Count: {Type: Number, Default: 5, MinValue: 1, MaxValue: 9}
                  Choice: {Type: String, Default: A, AllowedValues: [A, B]}
                """);

        assertThat(Parameters.of(template, Map.of("Needed", "abc")))
                .isEqualTo(Map.of("Needed", "abc", "Count", "5", "Choice", "A"));
        assertThatThrownBy(() -> Parameters.of(template, Map.of()))
                .hasMessageContaining("Parameters.Needed: needs a value");
        assertThatThrownBy(() -> Parameters.of(template, Map.of("Needed", "ABC")))
                .hasMessageContaining("does not match");
        assertThatThrownBy(() -> Parameters.of(template, Map.of("Needed", "abc", "Count", "10")))
                .hasMessageContaining("more than 9");
        assertThatThrownBy(() -> Parameters.of(template, Map.of("Needed", "abc", "Choice", "C")))
                .hasMessageContaining("none of");
        assertThatThrownBy(() -> Parameters.of(template, Map.of("Needed", "abc", "Typo", "1")))
                .hasMessageContaining("there is no Typo");
    }

    private static String resolved(String yaml) {
        var template = Template.parse("""
                Conditions:
                  IsTen: !Equals [!Ref Size, '10']
                  IsNotTen: !Not [!Condition IsTen]
                  Both: !And [!Condition IsTen, !Condition IsNotTen]
                  Either: !Or [!Condition IsTen, !Condition IsNotTen]
                Value: %s
                """.formatted(yaml));
        return new Intrinsics(Map.of("Size", "10"), template.conditions(), REFERENCES)
                .resolve(template.root().path("Value"), "Value")
                .toString();
    }
}
