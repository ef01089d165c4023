package org.ridgeline.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.ObjectOutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ridgeline.Regularizer;
import org.ridgeline.conformance.AdapterConformance;
import org.ridgeline.solvers.Solver;
import org.tribuo.Model;

/** The models are Tribuo's own, and are loaded where there is no Ridgeline. */
class StockModelsTest {

    private static final String[] NAMES = {"a@1", "a@3", "c@1"};
    private static final double[] VALUES = {0.5, -0.25, 1.5};

    static Stream<Model<?>> models() {
        return Stream.of(
                new RegularizedLinearRegressionTrainer("group-l2(lambda=0.1)").train(Toys.regression(3, 50)),
                new RegularizedLinearRegressionTrainer("adaptive(base=l1(lambda=1))").train(Toys.regression(3, 50)),
                new RegularizedLogisticTrainer("l1(lambda=0.01)").train(Toys.classification(3, 50)));
    }

    @ParameterizedTest
    @MethodSource("models")
    void modelsAreTribuosOwn(Model<?> model) {
        assertThat(model.getClass().getName()).matches("org\\.tribuo\\..*\\.LinearSGDModel");
        assertThat(model.getProvenance().getClassName())
                .isEqualTo(model.getClass().getName());
    }

    @ParameterizedTest
    @MethodSource("models")
    void modelsAreLoadedWithoutRidgeline(Model<?> model) throws Exception {
        Path protobuf = Files.createTempFile(Path.of("target"), "model", ".tribuo");
        Path java = Files.createTempFile(Path.of("target"), "model", ".ser");
        try (URLClassLoader alone = tribuoAlone()) {
            model.serializeToFile(protobuf);
            try (ObjectOutputStream stream = new ObjectOutputStream(Files.newOutputStream(java))) {
                stream.writeObject(model);
            }
            double wanted = LoadsAlone.predictFromProtobuf(protobuf, NAMES, VALUES);
            assertThat(call(alone, "predictFromProtobuf", protobuf)).isEqualTo(wanted);
            assertThat(call(alone, "predictFromJava", java)).isEqualTo(wanted);
        } finally {
            Files.delete(protobuf);
            Files.delete(java);
        }
    }

    private static Object call(ClassLoader loader, String method, Path file) throws Exception {
        Class<?> foreign = loader.loadClass(LoadsAlone.class.getName());
        assertThat(foreign).isNotSameAs(LoadsAlone.class);
        return foreign.getMethod(method, Path.class, String[].class, double[].class)
                .invoke(null, file, NAMES, VALUES);
    }

    /** The class path of this test without the places that hold Ridgeline; the test's own classes stay. */
    private static URLClassLoader tribuoAlone() throws Exception {
        Set<Path> ridgeline = Stream.of(
                        Regularizer.class, Solver.class, RegularizedTrainer.class, AdapterConformance.class)
                .map(StockModelsTest::place)
                .collect(Collectors.toSet());
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry).toAbsolutePath();
            if (!ridgeline.contains(path)) {
                urls.add(path.toUri().toURL());
            }
        }
        URLClassLoader loader = new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
        for (Class<?> absent : List.of(Regularizer.class, Solver.class, RegularizedTrainer.class)) {
            assertThatThrownBy(() -> loader.loadClass(absent.getName())).isInstanceOf(ClassNotFoundException.class);
        }
        return loader;
    }

    private static Path place(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
