package org.hearthkey.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The borders that the compiler does not see. `docs/architecture.md` says what each package is for.
class ArchitectureTest {
    /// Each uses those before it and none after.
    private static final List<String> PACKAGES = Stream.of(
                    "name",
                    "secret",
                    "seal",
                    "key",
                    "token",
                    "content",
                    "certificate",
                    "frames",
                    "scan",
                    "policy",
                    "attest",
                    "device",
                    "journal",
                    "witness",
                    "authority",
                    "approve",
                    "revoke",
                    "intermediate",
                    "adopt",
                    "recovery",
                    "drive",
                    "transport",
                    "probe",
                    "deliver",
                    "retire",
                    "ceremony",
                    "sale",
                    "store",
                    "home")
            .map(name -> "org.hearthkey.core." + name)
            .toList();

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.hearthkey.core");

    private static final DescribedPredicate<JavaAccess<?>> TELLS_THE_TIME = DescribedPredicate.describe(
            "the system's clock", access -> switch (access.getTargetOwner().getName()) {
                case "java.lang.System" -> access.getName().equals("currentTimeMillis");
                case "java.time.Clock", "java.time.InstantSource" ->
                    access.getName().startsWith("system");
                default ->
                    access.getTargetOwner().getPackageName().equals("java.time")
                            && access.getName().equals("now")
                            && !takesClock(access);
            });

    /// A rule that looked at nothing also passes.
    @Test
    void sawTheCode() throws IOException {
        assertTrue(CLASSES.contain("org.hearthkey.core.name.DnsName"));
        Path sources = Path.of("src", "main", "java");
        try (Stream<Path> files = Files.walk(sources)) {
            List<String> unseen = files.map(file -> sources.relativize(file).toString())
                    .filter(file -> file.endsWith(".java") && !file.endsWith("-info.java"))
                    .map(file -> file.replace(".java", "").replace(File.separatorChar, '.'))
                    .filter(name -> !CLASSES.contain(name))
                    .toList();
            assertEquals(List.of(), unseen);
        }
    }

    @Test
    void everyClassHasItsPlaceInTheOrder() {
        classes().should().resideInAnyPackage(PACKAGES.toArray(String[]::new)).check(CLASSES);
    }

    @Test
    void noPackageUsesALaterOne() {
        for (String later : PACKAGES) {
            String[] earlier = PACKAGES.subList(0, PACKAGES.indexOf(later)).toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAnyPackage(earlier)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(later)
                    .allowEmptyShould(true)
                    .check(CLASSES);
        }
    }

    @Test
    void featuresFormNoCycle() {
        slices().matching("org.hearthkey.core.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void knowsNoWindows() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "javax.swing..", "java.awt..", "picocli..")
                .check(CLASSES);
    }

    @Test
    void nobodyAsksTheSystemForTheTime() {
        noClasses()
                .should()
                .accessTargetWhere(TELLS_THE_TIME)
                .because("an InstantSource is a constructor argument")
                .check(CLASSES);
    }

    @Test
    void nobodyGuessesRandomness() {
        noClasses()
                .should()
                .callConstructor(Random.class)
                .orShould()
                .callConstructor(Random.class, long.class)
                .orShould()
                .callMethod(ThreadLocalRandom.class, "current")
                .orShould()
                .callMethod(Math.class, "random")
                .because("a SecureRandom is a constructor argument")
                .check(CLASSES);
    }

    private static boolean takesClock(JavaAccess<?> access) {
        return access instanceof JavaCodeUnitAccess<?> unit
                && unit.getTarget().getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
    }
}
