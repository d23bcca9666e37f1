package dev.quotetocash.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class GoldenTest {

    private static final String ERROR = "'error':'x','error_description':'y','status':'z'";

    @Test
    void acceptsOtherValuesInAnotherOrder() {
        assertThatCode(() -> compare("{'message':'m'," + ERROR + "}")).doesNotThrowAnyException();
    }

    @Test
    void refusesAMissingMemberAnExtraOneAndAnotherType() {
        assertThatThrownBy(() -> compare("{" + ERROR + "}")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> compare("{" + ERROR + ",'message':'m','code':1}"))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> compare("{" + ERROR + ",'message':1}")).isInstanceOf(AssertionError.class);
    }

    @Test
    void allowsWhatIsNamedAndLacksOnlyWhereAllIsOptional() {
        var more = Json.parse("{" + ERROR.replace('\'', '"') + ",\"message\":\"m\",\"code\":1}");

        assertThatCode(() -> Golden.sameShape("36-token-error", more, "code")).doesNotThrowAnyException();
        assertThatCode(() -> Golden.noMoreThan("36-token-error", Json.object().put("error", "x")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Golden.noMoreThan("36-token-error", more)).isInstanceOf(AssertionError.class);
    }

    @Test
    void refusesAnEmptyListWhereTheSampleHasItems() {
        assertThatThrownBy(() -> Golden.sameShape("22-owners", Json.parse("{\"results\":[]}")))
                .isInstanceOf(AssertionError.class);
    }

    private static void compare(String json) {
        Golden.sameShape("36-token-error", Json.parse(json.replace('\'', '"')));
    }
}
