package org.ridgeline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.conformance.GoldenFit;
import org.ridgeline.conformance.GoldenFits;

class FitCommandTest {

    @TempDir
    private Path folder;

    private Path file(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    @ParameterizedTest
    @CsvSource({"solver,1e-8", "weka,1e-6", "tribuo,1e-6", "dl4j,1e-4"})
    void everyHostFindsTheGoldenCoefficientsOnTheSummedLoss(String host, double allowed) throws IOException {
        GoldenFit golden = GoldenFits.all().stream()
                .filter(fit ->
                        fit.dataset().equals("diabetes") && fit.regularizer().startsWith("elastic-net(lambda=3992"))
                .findFirst()
                .orElseThrow();
        Path out = folder.resolve("out.csv");

        Terminal terminal = Terminal.run(
                "fit",
                "--data",
                BundledData.copy("diabetes.csv", folder).toString(),
                "--target=y",
                "--regularizer",
                golden.regularizer(),
                "--loss-scale=sum",
                "--standardize=population",
                "--tolerance=1e-11",
                "--host",
                host,
                "--out",
                out.toString());

        assertThat(terminal.err).contains(golden.regularizer()).contains(" in " + host);
        assertThat(terminal.exitCode).isZero();
        assertThat(terminal.out).isEmpty();
        List<String> lines = Files.readAllLines(out);
        assertThat(lines.get(0)).isEqualTo("feature,coefficient,standardized");
        assertThat(lines.get(1)).startsWith("(intercept),");
        assertThat(standardized(lines.get(1))).isCloseTo(golden.intercept(), within(1e-3));
        for (int j = 0; j < golden.coefficients().length; j++) {
            assertThat(lines.get(j + 2)).startsWith(golden.features().get(j) + ",");
            assertThat(standardized(lines.get(j + 2))).isCloseTo(golden.coefficients()[j], within(5.6 * allowed));
        }
        assertThat(Files.list(folder)).hasSize(2);
    }

    private static double standardized(String line) {
        return Double.parseDouble(line.split(",")[2]);
    }

    @Test
    void theCoefficientsPredictInOriginalUnits() throws IOException {
        Path data = file("line.csv", "x,y", "1,12", "2,14", "3,16", "4,18");

        Terminal terminal = Terminal.run("fit", "--data", data.toString(), "--target=y", "--regularizer=l2(lambda=0)");

        assertThat(terminal.exitCode).isZero();
        String[] intercept =
                terminal.out.lines().skip(1).findFirst().orElseThrow().split(",");
        String[] slope = terminal.out.lines().skip(2).findFirst().orElseThrow().split(",");
        assertThat(Double.parseDouble(intercept[1])).isCloseTo(10, within(1e-7));
        assertThat(Double.parseDouble(intercept[2])).isCloseTo(15, within(1e-7));
        assertThat(Double.parseDouble(slope[1])).isCloseTo(2, within(1e-7));
        assertThat(Double.parseDouble(slope[2])).isCloseTo(2 * Math.sqrt(1.25), within(1e-7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"solver", "weka", "tribuo", "dl4j"})
    void theClassThatSortsLastHasTheCoefficientsWhateverTheOrderInTheFile(String host) throws IOException {
        Path data = file(
                "classes.arff",
                "@relation r",
                "@attribute x numeric",
                "@attribute c {yes,no}",
                "@data",
                "1,no",
                "2,no",
                "3,yes",
                "2.5,no",
                "4,yes",
                "2.7,yes");

        Terminal terminal = Terminal.run(
                "fit", "--data", data.toString(), "--target=c", "--regularizer=l2(lambda=0.01)", "--host", host);

        assertThat(terminal.exitCode).isZero();
        assertThat(terminal.err).contains("class 'yes' against 'no'");
        assertThat(standardized(terminal.out.lines().skip(2).findFirst().orElseThrow()))
                .isGreaterThan(0.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"weka", "tribuo", "dl4j"})
    void theValuesOfANominalAttributeLeaveTheModelTogether(String host) throws IOException {
        StringBuilder lines = new StringBuilder("colour,size,price\n");
        String[] colours = {"red", "green", "blue"};
        for (int i = 0; i < 60; i++) {
            double noise = Math.sin(7.0 * i);
            lines.append(String.format(Locale.ROOT, "%s,%d,%.3f%n", colours[i % 3], i % 7, 3 * (i % 7) + 0.2 * noise));
        }
        Path data = folder.resolve("nominal.csv");
        Files.writeString(data, lines);
        String[] common = {
            "fit",
            "--data",
            data.toString(),
            "--target=price",
            "--regularizer=group-l2(lambda=0.5)",
            "--tolerance=1e-10"
        };

        Terminal reference = Terminal.run(common);
        Terminal terminal = Terminal.run(
                Stream.concat(Arrays.stream(common), Stream.of("--host", host)).toArray(String[]::new));

        assertThat(terminal.exitCode).isZero();
        List<String> wanted = reference.out.lines().toList();
        List<String> found = terminal.out.lines().toList();
        assertThat(found).hasSameSizeAs(wanted).hasSize(6);
        for (int i = 1; i < wanted.size(); i++) {
            assertThat(found.get(i).split(",")[0]).isEqualTo(wanted.get(i).split(",")[0]);
            assertThat(standardized(found.get(i))).isCloseTo(standardized(wanted.get(i)), within(1e-3));
        }
        assertThat(found.stream().filter(line -> line.startsWith("colour=")).map(FitCommandTest::standardized))
                .containsOnly(0.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"solver", "weka", "tribuo"})
    void aRowOfWeightThreeCountsAsThreeRows(String host) throws IOException {
        String head = "@relation r\n@attribute x numeric\n@attribute y numeric\n@data\n";
        Path weighted = file("weighted.arff", head + "1,2,{3}", "2,1", "3,5,{2}", "5,4");
        Path repeated = file("repeated.arff", head + "1,2", "1,2", "1,2", "2,1", "3,5", "3,5", "5,4");

        List<Double> found = coefficients(weighted, host);
        List<Double> wanted = coefficients(repeated, host);

        assertThat(found).hasSize(2);
        for (int j = 0; j < 2; j++) {
            assertThat(found.get(j)).isCloseTo(wanted.get(j), within(1e-8));
        }
    }

    private static List<Double> coefficients(Path data, String host) {
        Terminal terminal = Terminal.run(
                "fit", "--data", data.toString(), "--target=y", "--regularizer=l2(lambda=0.1)", "--host", host);
        assertThat(terminal.exitCode).isZero();
        return terminal.out.lines().skip(1).map(FitCommandTest::standardized).toList();
    }

    @Test
    void aNetworkRefusesWeights() throws IOException {
        Path weighted = file(
                "weighted.arff", "@relation r\n@attribute x numeric\n@attribute y numeric\n@data", "1,2,{3}", "2,1");

        Terminal terminal =
                Terminal.run("fit", "--data", weighted.toString(), "--target=y", "--regularizer=l1", "--host=dl4j");

        assertThat(terminal.exitCode).isEqualTo(2);
        assertThat(terminal.err).contains("the rows have weights", "take solver, weka or tribuo");
    }

    @Test
    void outputTakesNobodyElsesPlace() throws IOException {
        Path data = file("small.csv", "x,y", "1,2", "2,3", "3,5");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path part = file("out.csv.part", "precious");

        assertThat(fitTo(data, empty).err).contains("that is a folder");
        assertThat(fitTo(data, data).err).contains("must be another file than --data");
        assertThat(fitTo(data, folder.resolve("out.csv")).exitCode).isZero();

        assertThat(empty).isEmptyDirectory();
        assertThat(data).hasContent("x,y\n1,2\n2,3\n3,5\n");
        assertThat(part).hasContent("precious\n");
        assertThat(folder.resolve("out.csv")).isRegularFile();
    }

    private static Terminal fitTo(Path data, Path out) {
        return Terminal.run(
                "fit",
                "--data",
                data.toString(),
                "--target=y",
                "--regularizer=l1(lambda=0.1)",
                "--out",
                out.toString());
    }

    @Test
    void readsLibsvmFiles() throws IOException {
        Path data = file("small.libsvm", "-1 1:1 3:2", "+1 2:1", "-1 1:2", "+1 2:3 3:1");

        Terminal terminal = Terminal.run(
                "fit", "--data", data.toString(), "--target=class", "--loss=logistic", "--regularizer=l2(lambda=0.1)");

        assertThat(terminal.exitCode).isZero();
        assertThat(terminal.out.lines()).hasSize(5);
        assertThat(terminal.err).contains("class '1' against '-1'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"solver", "weka", "tribuo", "dl4j"})
    void adaptiveEndsAtAFixedLambda(String host) throws IOException {
        Terminal terminal = Terminal.run(
                "fit",
                "--data",
                BundledData.copy("diabetes.csv", folder).toString(),
                "--target=y",
                "--regularizer=adaptive(base=l1(lambda=40),decay=0.5)",
                "--hold-out=0.3",
                "--host",
                host);

        assertThat(terminal.exitCode).isZero();
        assertThat(terminal.err).startsWith("l1(lambda=").doesNotContain("adaptive");
        double lambda = Double.parseDouble(terminal.err.replaceAll("(?s)^l1\\(lambda=([^)]*)\\).*", "$1"));
        assertThat(lambda).isLessThan(40);
    }

    @ParameterizedTest
    @ValueSource(strings = {"solver", "weka", "tribuo", "dl4j"})
    void aFitThatStopsTooEarlySaysSo(String host) throws IOException {
        Terminal terminal = Terminal.run(
                "fit",
                "--data",
                BundledData.copy("breast_cancer.csv", folder).toString(),
                "--target=benign",
                "--loss=logistic",
                "--regularizer=l1(lambda=0.01)",
                "--max-iterations=5",
                "--host",
                host);

        assertThat(terminal.exitCode).isEqualTo(1);
        assertThat(terminal.err).contains("did not reach the tolerance");
        assertThat(terminal.out.lines()).hasSize(32);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--regularizer=lasso | there is no regularizer 'lasso'; there are adaptive, elastic-net",
                "--regularizer=l1(lambda=-1) | lambda must be a number >= 0, but is -1",
                "--regularizer=l1(lambda=1 | wanted ',' or ')'",
                "--regularizer=l1(alpha=1) | l1 has no argument 'alpha'; it takes lambda",
                "--target=z | there is no column 'z'",
                "--loss=hinge | there is no loss 'hinge'; there are squared, logistic, poisson, huber(delta=1), multinomial",
                "--loss=huber(delta=-1) | delta must be a number > 0, but is -1",
                "--loss=multitask(loss=squared,outputs=3) | is of several targets, but --target names one column, 'y'",
                "--loss=multinomial | fit tells two classes apart, but there are 4; 'ridgeline path'",
                "--loss=logistic | needs a target of two classes, but 'y' has 4",
                "--host=spark | there is no host 'spark'; there are solver, weka, tribuo, dl4j",
                "--standardize=yes | there is no standardization 'yes'; there are none, population, sample",
                "--loss-scale=max | there is no loss scale 'max'; there are mean, sum",
                "--groups=( | --groups must be a regular expression",
                "--groups=x | needs a capturing group",
                "--groups=(z) | belongs to no group",
                "--tolerance=0 | tolerance must be a number > 0, but is 0",
                "--max-iterations=0 | maxIterations must be >= 1, but is 0",
                "--hold-out=1 | share must be a number in (0, 1), but is 1",
                "--tolerance=small | 'small' is not a double",
                "--data=no-such-file.csv | there is no file no-such-file.csv",
                "--out=no-such-folder/out.csv | there is no folder",
                "--colour=red | Unknown option: '--colour=red'"
            })
    void anErrorIsOneSentenceAndExitCodeTwo(String option, String sentence) throws IOException {
        Path data = file("small.csv", "x,y", "1,2", "2,3", "3,5", "4,7");
        List<String> arguments =
                new ArrayList<>(List.of("fit", "--data=" + data, "--target=y", "--regularizer=l1(lambda=0.1)"));
        String name = option.substring(0, option.indexOf('=') + 1);
        arguments.removeIf(argument -> argument.startsWith(name));
        arguments.add(option);

        Terminal terminal = Terminal.run(arguments.toArray(String[]::new));

        assertThat(terminal.exitCode).isEqualTo(2);
        assertThat(terminal.err).startsWith("ridgeline: ").contains(sentence);
        assertThat(terminal.err.lines()).hasSize(1);
        assertThat(terminal.out).isEmpty();
    }

    @Test
    void badDataAreNamed() throws IOException {
        Path missing = file("missing.csv", "x,y", "1,2", ",3", "3,5");
        Path empty = file("empty.csv", "x,y");
        Path other = file("data.json", "{}");
        Path ragged = file("ragged.csv", "x,y", "1,2", "2,3,4");
        Path alone = file("alone.csv", "y", "1", "2");

        assertThat(fit(missing).err).contains("row 2", "no value", "'x'");
        assertThat(fit(empty).err).contains("no rows");
        assertThat(fit(other).err).contains(".csv, .arff or .libsvm");
        assertThat(fit(ragged).err).contains("cannot read", "ragged.csv", "line: 3");
        assertThat(fit(file("equals.csv", "a=1,y", "1,2", "2,3")).err).contains("'='", "rename it");
        assertThat(fit(alone).err).contains("no column besides 'y'");
    }

    private static Terminal fit(Path data) {
        Terminal terminal = Terminal.run("fit", "--data", data.toString(), "--target=y", "--regularizer=l1");
        assertThat(terminal.exitCode).isEqualTo(2);
        return terminal;
    }
}
