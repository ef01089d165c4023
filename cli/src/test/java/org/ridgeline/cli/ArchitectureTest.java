package org.ridgeline.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.RegularizedLinearRegression;
import weka.core.regularizers.Regularizer;

/** Who may import whom, over all modules at once; the modules' own tests hold what they may import beyond that. */
class ArchitectureTest {

    private static final String[] HOSTS = {"weka..", "org.tribuo..", "org.deeplearning4j..", "org.nd4j.."};
    private static final String[] ADAPTERS = {"org.ridgeline.weka..", "org.ridgeline.tribuo..", "org.ridgeline.dl4j.."};

    private static JavaClasses classes;
    private static JavaClasses weka;

    @BeforeAll
    static void read() {
        ClassFileImporter importer = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests());
        classes = importer.importPackages("org.ridgeline");
        weka = importer.importClasses(RegularizedLinearRegression.class, Regularizer.class);
    }

    @Test
    void theCoreKnowsNoHostAndNoAdapter() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.ridgeline",
                        "org.ridgeline.penalties..",
                        "org.ridgeline.solvers..",
                        "org.ridgeline.conformance..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(HOSTS)
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage(ADAPTERS)
                .check(classes);
    }

    @Test
    void anAdapterKnowsItsOwnHostOnly() {
        onlyItsHost("org.ridgeline.weka..", "org.tribuo..", "org.deeplearning4j..", "org.nd4j..");
        onlyItsHost("org.ridgeline.tribuo..", "weka..", "org.deeplearning4j..", "org.nd4j..");
        onlyItsHost("org.ridgeline.dl4j..", "weka..", "org.tribuo..", "org.ridgeline.solvers..");
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.tribuo..", "org.deeplearning4j..", "org.nd4j..")
                .check(weka);
    }

    private static void onlyItsHost(String adapter, String... others) {
        noClasses()
                .that()
                .resideInAPackage(adapter)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .check(classes);
    }

    @Test
    void nothingKnowsTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.ridgeline.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.ridgeline.cli..")
                .check(classes);
    }

    @Test
    void adaptersReachPenaltiesThroughTheirTextForms() {
        noClasses()
                .that()
                .resideInAnyPackage(ADAPTERS)
                .or()
                .resideInAnyPackage("org.ridgeline.cli..", "org.ridgeline.solvers", "org.ridgeline.conformance..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.ridgeline.penalties..")
                .check(classes);
    }
}
