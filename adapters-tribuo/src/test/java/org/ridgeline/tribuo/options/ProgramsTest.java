package org.ridgeline.tribuo.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.solvers.Standardization;
import org.ridgeline.tribuo.FitSummary;
import org.ridgeline.tribuo.JavaProcess;
import org.ridgeline.tribuo.LinearCoefficients;
import org.ridgeline.tribuo.RegularizedLogisticTrainer;
import org.ridgeline.tribuo.TrainingOptions;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.data.ConfigurableTrainTest;
import org.tribuo.data.csv.CSVLoader;

/** Programs that train on the breast cancer data in a process of their own: one as a user writes it, and Tribuo's own. */
class ProgramsTest {

    private static final Path CSV = Path.of("../data/breast_cancer.csv").toAbsolutePath();
    private static final String TEXT = "elastic-net(lambda=0.02,alpha=0.5)";

    @TempDir
    private Path folder;

    private JavaProcess run(Class<?> main, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(
                List.of("-s", "CSV", "--csv-response-name", "benign", "-u", CSV.toString(), "-v", CSV.toString()));
        arguments.addAll(List.of("--model-output-protobuf", "true", "-f", "model.tribuo"));
        arguments.addAll(List.of(more));
        return JavaProcess.run(folder, JavaProcess.classPath(), main, arguments.toArray(String[]::new));
    }

    private void checkModel() throws IOException {
        LinearSGDModel found = (LinearSGDModel) Model.deserializeFromFile(folder.resolve("model.tribuo"));
        MutableDataset<Label> data = new CSVLoader<>(new LabelFactory()).load(CSV, "benign");
        TrainingOptions options = TrainingOptions.standard().withStandardization(Standardization.POPULATION);
        LinearSGDModel wanted = new RegularizedLogisticTrainer(TEXT, options).train(data);
        assertThat(LinearCoefficients.ofTwoClasses(found)).isEqualTo(LinearCoefficients.ofTwoClasses(wanted));
        assertThat(FitSummary.of(found)).isEqualTo(FitSummary.of(wanted));
    }

    @Test
    void aProgramOfOnesOwnTakesOptions() throws Exception {
        JavaProcess process =
                run(ClassifierMain.class, "--ridgeline-regularizer", TEXT, "--ridgeline-standardization", "population");
        assertThat(process.status()).as(process.errors()).isZero();
        assertThat(process.output()).containsPattern("Accuracy +0\\.977");
        checkModel();
    }

    @Test
    void aWrongOptionEndsTheProgramWithAMessage() throws Exception {
        JavaProcess process = run(ClassifierMain.class, "--ridgeline-regularizer", "lasso(lambda=0.02)");
        assertThat(process.status()).isOne();
        assertThat(process.output()).isEmpty();
        assertThat(process.errors())
                .contains("Argument: ridgeline-regularizer, cannot be 'lasso(lambda=0.02)'")
                .contains("there is no regularizer 'lasso'; there are adaptive, elastic-net, group-l2, l1,");
        assertThat(folder.resolve("model.tribuo")).doesNotExist();
    }

    @Test
    void tribuosOwnProgramTakesAConfigurationFile() throws Exception {
        Files.writeString(folder.resolve("trainers.xml"), """
                <config>
                  <component name="elastic-net" type="org.ridgeline.tribuo.RegularizedLogisticTrainer">
                    <property name="regularizer" value="elastic-net(lambda=7,alpha=0.5)"/>
                    <property name="standardization" value="population"/>
                  </component>
                  <component name="labels" type="org.tribuo.classification.LabelFactory"/>
                </config>
                """);
        JavaProcess process = run(
                ConfigurableTrainTest.class,
                "-c",
                "trainers.xml",
                "-t",
                "elastic-net",
                "-a",
                "labels",
                // What a file says can be said otherwise, where a comma needs a backslash.
                "--@elastic-net.regularizer",
                TEXT.replace(",", "\\,"));
        assertThat(process.status()).as(process.errors()).isZero();
        assertThat(process.output()).containsPattern("Accuracy +0\\.977");
        checkModel();
    }
}
