package dev.quotetocash.sandbox.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The modules' arrows and the core's purity, on the compiled classes of everything that is deployed.
class ArchitectureTest {

    private static final String OURS = "dev.quotetocash.";
    private static final JavaClasses DEPLOYED = deployed();

    /// `owner.method` of the JDK that only the edge may touch: the clock, chance, the environment, waiting.
    private static final Set<String> IMPURE = Set.of(
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.Clock.systemUTC",
            "java.time.InstantSource.system",
            "java.lang.System.getenv",
            "java.lang.System.getProperty",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.util.UUID.randomUUID",
            "java.util.Random.<init>",
            "java.security.SecureRandom.<init>",
            "java.lang.Math.random",
            "java.lang.Thread.sleep",
            "java.lang.Thread.<init>",
            "java.lang.Thread.startVirtualThread");

    @Test
    void seesEveryModuleThatIsDeployed() {
        for (var module : List.of("sync", "mapping", "engine", "hubspot", "xero", "aws", "runtime", "wiring")) {
            assertThat(DEPLOYED.stream().anyMatch(type -> type.getPackageName().equals(OURS + module)))
                    .as(module)
                    .isTrue();
        }
        assertThat(DEPLOYED.stream().filter(type -> type.getSimpleName().endsWith("Handler")))
                .hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void keepsTheCoreToTheJdkAndItself() {
        check(onlyKnows("sync"));
        check(onlyKnows("mapping", "sync"));
        check(onlyKnows("engine", "mapping", "sync"));
    }

    @Test
    void keepsAdaptersFromSeeingEachOther() {
        for (var adapter : List.of("hubspot", "xero", "aws", "runtime")) {
            var others = List.of("hubspot", "xero", "aws", "runtime", "wiring").stream()
                    .filter(other -> !other.equals(adapter))
                    .map(other -> OURS + other)
                    .toArray(String[]::new);
            check(noClasses()
                    .that()
                    .resideInAPackage(OURS + adapter)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others));
        }
    }

    @Test
    void keepsFunctionsFromSeeingEachOtherAndEverythingFromTheSandbox() {
        check(noClasses().should().dependOnClassesThat().resideInAPackage(OURS + "sandbox.."));
        check(noClasses()
                .that()
                .resideInAnyPackage(
                        OURS + "sync",
                        OURS + "mapping",
                        OURS + "engine",
                        OURS + "hubspot",
                        OURS + "xero",
                        OURS + "aws",
                        OURS + "runtime",
                        OURS + "wiring")
                .should()
                .dependOnClassesThat(describe(
                        "functions",
                        type -> type.getPackageName().startsWith(OURS)
                                && type.getSimpleName().endsWith("Handler"))));
    }

    @Test
    void leavesTheSdkToAwsAndJavaNetHttpToRuntime() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(OURS + "aws")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon.."));
        check(noClasses()
                .that()
                .resideOutsideOfPackage(OURS + "runtime")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.net.http.."));
    }

    @Test
    void leavesClockChanceEnvironmentAndWaitingToTheEdge() {
        var violations = DEPLOYED.stream()
                .filter(type -> !type.getPackageName().equals(OURS + "runtime")
                        && !type.getPackageName().equals(OURS + "wiring"))
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(ArchitectureTest::isImpure)
                // A handler's constructor without arguments reads the environment, and the receiver wires itself.
                .filter(access -> !access.getOriginOwner().getSimpleName().endsWith("Handler"))
                // Throttled transactions are repeated after a pause, inside the adapter.
                .filter(access -> !access.getOriginOwner().getName().equals(OURS + "aws.Transactions"))
                .map(JavaAccess::getDescription)
                .toList();

        assertThat(violations).isEmpty();
    }

    @Test
    void keepsMoneyOutOfFloatingPoint() {
        for (var module : List.of("sync", "mapping", "engine", "hubspot", "xero")) {
            check(fields().that()
                    .areDeclaredInClassesThat()
                    .resideInAPackage(OURS + module)
                    .should(notBeFloating()));
        }
    }

    @Test
    void marksEveryPackageNullMarked() throws IOException {
        var root = Path.of("../..");
        try (var files = Files.walk(root)) {
            var packages = files.filter(file ->
                            file.toString().endsWith(".java") && file.toString().contains("/src/main/java/"))
                    .map(Path::getParent)
                    .distinct()
                    .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                    .toList();
            assertThat(packages).isEmpty();
        }
    }

    private static ArchRule onlyKnows(String module, String... others) {
        var known = new ArrayList<>(List.of("java..", "org.jspecify..", OURS + module));
        for (var other : others) known.add(OURS + other);
        return classes()
                .that()
                .resideInAPackage(OURS + module)
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(known.toArray(String[]::new)).or(resideInAPackage("")));
    }

    private static com.tngtech.archunit.lang.ArchCondition<com.tngtech.archunit.core.domain.JavaField> notBeFloating() {
        return new com.tngtech.archunit.lang.ArchCondition<>("not be a float or a double") {
            @Override
            public void check(
                    com.tngtech.archunit.core.domain.JavaField field,
                    com.tngtech.archunit.lang.ConditionEvents events) {
                var type = field.getRawType().getName();
                if (type.equals("double") || type.equals("float") || type.equals("java.lang.Double")) {
                    events.add(com.tngtech.archunit.lang.SimpleConditionEvent.violated(
                            field, field.getFullName() + " is a " + type));
                }
            }
        };
    }

    private static boolean isImpure(JavaAccess<?> access) {
        var target = access.getTarget();
        return IMPURE.contains(target.getOwner().getName() + "." + target.getName());
    }

    private static void check(ArchRule rule) {
        rule.check(DEPLOYED);
    }

    private static JavaClasses deployed() {
        var folders = new ArrayList<Path>();
        for (var parent : List.of("../../shared", "../../functions")) {
            try (var modules = Files.list(Path.of(parent))) {
                modules.map(module -> module.resolve("target/classes"))
                        .filter(Files::isDirectory)
                        .filter(classes -> !classes.toString().contains("/sandbox/"))
                        .forEach(folders::add);
            } catch (IOException e) {
                throw new IllegalStateException("run mvn package first", e);
            }
        }
        return new ClassFileImporter().importPaths(folders);
    }
}
