package org.hearthkey.app;

import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The borders between the two front ends and inside them. `docs/architecture.md` says what each package is for.
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.hearthkey.app");

    /// A rule that looked at nothing also passes.
    @Test
    void sawTheCode() throws IOException {
        assertTrue(CLASSES.contain("org.hearthkey.app.launch.Launch"));
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
    void theFrontEndsDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage("org.hearthkey.app.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.hearthkey.app.ui..")
                .allowEmptyShould(true)
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("org.hearthkey.app.ui..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.hearthkey.app.cli..")
                .check(CLASSES);
    }

    /// So the command line, and whatever it shares with the windows, runs where there is no display.
    @Test
    void onlyWindowsKnowJavaFx() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.hearthkey.app.ui..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "atlantafx..", "org.controlsfx..", "org.kordamp..")
                .check(CLASSES);
    }

    @Test
    void viewModelsKnowNoControls() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "javafx.scene..", "javafx.stage..", "javafx.application..", "org.controlsfx..", "atlantafx..")
                .because("then they are tested without a screen")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void nobodyAsksForTheTimeInTheMiddle() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("an InstantSource is a constructor argument")
                .check(CLASSES);
    }

    @Test
    void looksAreInStyleSheets() {
        noClasses()
                .should()
                .callMethodWhere(nameMatching("setStyle"))
                .because("the theme has the last word on color and size")
                .check(CLASSES);
    }
}
