package org.ridgeline.solvers;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses SOLVERS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.ridgeline.solvers");

    @Test
    void theClassesAreFound() {
        Assertions.assertThat(SOLVERS.contain(Solver.class)).isTrue();
        Assertions.assertThat(SOLVERS.contain(ArchitectureTest.class)).isFalse();
    }

    /** Not org.ridgeline.penalties: a built-in penalty is to the solvers what any other is. */
    @Test
    void solversKnowTheInterfaceAndTheJdkOnly() {
        classes()
                .that()
                .resideInAPackage("org.ridgeline.solvers")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.ridgeline.solvers..", "org.ridgeline", "java..", "org.jspecify.annotations")
                .check(SOLVERS);
    }

    @Test
    void kernelsKnowTheJdkOnly() {
        classes()
                .that()
                .resideInAPackage("org.ridgeline.solvers.kernels")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.ridgeline.solvers.kernels", "java..", "org.jspecify.annotations")
                .check(SOLVERS);
    }

    /** They are about the built-in penalties. */
    @Test
    void conversionsKnowThePenaltiesToo() {
        classes()
                .that()
                .resideInAPackage("org.ridgeline.solvers.conversions")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.ridgeline.solvers.conversions",
                        "org.ridgeline.solvers",
                        "org.ridgeline.penalties",
                        "org.ridgeline",
                        "java..",
                        "org.jspecify.annotations")
                .check(SOLVERS);
    }
}
