package org.ridgeline.conformance;

import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Who may import whom. */
class ImportsTest {

    private static final DescribedPredicate<JavaAccess<?>> HIDDEN = DescribedPredicate.describe(
            "the target is a member of the api that is not public",
            access -> access.getTargetOwner().getPackageName().equals("org.ridgeline")
                    && access.getTarget()
                            .resolveMember()
                            .filter(member -> !member.getModifiers().contains(PUBLIC))
                            .isPresent());

    private final JavaClasses main = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.ridgeline");

    @Test
    void theApiImportsTheJdkOnly() {
        classes()
                .that()
                .resideInAnyPackage("org.ridgeline", "org.ridgeline.penalties")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.ridgeline", "org.ridgeline.penalties")
                .check(main);
    }

    @Test
    void theApiDoesNotKnowItsPenalties() {
        noClasses()
                .that()
                .resideInAPackage("org.ridgeline")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.ridgeline.penalties")
                .check(main);
    }

    @Test
    void theKitImportsTheApiAndJUnitOnly() {
        classes()
                .that()
                .resideInAPackage("org.ridgeline.conformance")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.ridgeline",
                        "org.ridgeline.conformance",
                        "org.junit.jupiter..",
                        "org.opentest4j..")
                .check(main);
    }

    @Test
    void theKitDoesNotKnowThePenalties() {
        noClasses()
                .that()
                .resideInAPackage("org.ridgeline.conformance")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.ridgeline.penalties")
                .check(main);
    }

    @Test
    void thePenaltiesSeeThePublicFaceOfTheApiOnly() {
        noClasses()
                .that()
                .resideInAPackage("org.ridgeline.penalties")
                .should()
                .accessTargetWhere(HIDDEN)
                .check(main);
    }
}
