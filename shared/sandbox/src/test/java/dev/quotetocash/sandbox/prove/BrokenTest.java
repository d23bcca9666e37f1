package dev.quotetocash.sandbox.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BrokenTest {

    static List<Broken> all() {
        return Broken.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void stillFitsTheSourcesAndCompiles(Broken variant) {
        assertThat(variant.mutant().classes()).isNotEmpty();
        assertThat(variant.unbroken().classes().keySet())
                .isSubsetOf(variant.mutant().classes().keySet());
    }

    @Test
    void hasANameOfItsOwnForEachVariant() {
        assertThat(Broken.all()).extracting(Broken::name).doesNotHaveDuplicates();
    }

    @Test
    void namesTheVariantWhoseTextIsGone() {
        var edit = Edit.in("sync", "Creation", "this stands nowhere", "");

        assertThatThrownBy(() -> Mutant.of("a stale variant", List.of(edit)))
                .hasMessageContaining("a stale variant")
                .hasMessageContaining("Creation.java");
    }

    @Test
    void namesTheVariantWhoseTextStandsInManyPlaces() {
        var edit = Edit.in("sync", "Creation", "Intended intent", "Intended other");

        assertThatThrownBy(() -> Mutant.of("a vague variant", List.of(edit)))
                .hasMessageContaining("a vague variant")
                .hasMessageContaining("more than once");
    }

    @Test
    void namesTheVariantThatDoesNotCompile() {
        var edit = Edit.in("sync", "Creation", "var counts =", "int counts =");

        assertThatThrownBy(() -> Mutant.of("a wrong variant", List.of(edit)))
                .hasMessageContaining("a wrong variant")
                .hasMessageContaining("does not compile");
    }

    @Test
    void givesTheMutantClassesOfItsOwnAndKeepsTheOriginals() {
        var loaded = MutantProof.loaded(Broken.all().getFirst().mutant());

        assertThat(loaded).isNotSameAs(MutantProof.class);
        assertThat(loaded.getName()).isEqualTo(MutantProof.class.getName());
    }

    @Test
    void catchesWhatIsEasyToCatchAndSaysBy() {
        var out = new ByteArrayOutputStream();
        var easy = Broken.all().stream()
                .filter(variant -> List.of("activation check dropped", "POST instead of PUT")
                        .contains(variant.name()))
                .toList();

        var status = new BrokenCommand(1, 1, easy, new PrintStream(out)).call();

        assertThat(out.toString())
                .containsPattern("POST instead of PUT +caught +1 +Nothing is created by POST")
                .containsPattern("activation check dropped +caught +1 +Nothing won before activation is invoiced")
                .contains("2 of 2 caught");
        assertThat(status).isZero();
    }
}
