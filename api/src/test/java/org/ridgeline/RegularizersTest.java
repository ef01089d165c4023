package org.ridgeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ridgeline.penalties.Adaptive;
import org.ridgeline.penalties.ElasticNet;
import org.ridgeline.penalties.GroupL2;
import org.ridgeline.penalties.L1;

class RegularizersTest {

    private static final String[] BUILT_IN = {
        "adaptive", "elastic-net", "group-l2", "l1", "l2", "mcp", "scad", "slope", "sparse-group-l2"
    };

    @TempDir
    Path folder;

    /** A loader of a plug-in that announces these classes. */
    private URLClassLoader plugin(String... providers) throws IOException {
        Path plugin = Files.createTempDirectory(folder, "plugin");
        Path services = Files.createDirectories(plugin.resolve("META-INF/services"));
        Files.write(services.resolve(RegularizerProvider.class.getName()), List.of(providers));
        return new URLClassLoader(new URL[] {plugin.toUri().toURL()}, Plugins.class.getClassLoader());
    }

    private static String name(Class<?> type) {
        return type.getName();
    }

    @Test
    void theBuiltInsComeFromTheirOwnLoader() {
        Regularizers regularizers = Regularizers.load();
        assertThat(regularizers.names()).containsExactly(BUILT_IN);
        assertThat(regularizers.problems()).isEmpty();
    }

    @Test
    void theContextClassLoaderPlaysNoPart() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            assertThat(Regularizers.load().names()).containsExactly(BUILT_IN);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void otherLoadersAddTheirs() throws IOException {
        try (URLClassLoader one = plugin(name(Plugins.Good.class));
                URLClassLoader another = plugin()) {
            Regularizers regularizers = Regularizers.load(one, another);
            assertThat(regularizers.names()).contains(BUILT_IN).contains("good");
            assertThat(regularizers.parse("good")).isEqualTo(new L1(1));
            assertThat(regularizers.problems()).isEmpty();
        }
    }

    @Test
    void aClassThatSeveralLoadersFindCountsOnce() throws IOException {
        try (URLClassLoader one = plugin(name(Plugins.Good.class));
                URLClassLoader another = plugin(name(Plugins.Good.class))) {
            Regularizers regularizers = Regularizers.load(one, another, one);
            assertThat(regularizers.names()).hasSize(BUILT_IN.length + 1).contains("good");
        }
    }

    @Test
    void twoProvidersOfANameAreAnErrorThatNamesBoth() throws IOException {
        try (URLClassLoader one = plugin(name(Plugins.Good.class));
                URLClassLoader another = plugin(name(Plugins.SameName.class))) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> Regularizers.load(one, another))
                    .withMessageContaining("'good'")
                    .withMessageContaining(name(Plugins.Good.class))
                    .withMessageContaining(name(Plugins.SameName.class));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "org.ridgeline.Plugins$Throwing, no licence",
        "org.ridgeline.Plugins$Uninitialised, no native library",
        "org.ridgeline.Plugins$Unlinked, com/example/Gone",
        "org.ridgeline.Plugins$BadName, 'Bad Name'",
        "org.ridgeline.Plugins$NoSummary, the summary is empty",
        "org.ridgeline.Plugins$TwiceTheSameParameter, 'lambda' is declared twice",
        "org.ridgeline.Plugins$NoProvider, not a subtype",
        "org.ridgeline.Plugins$Gone, not found",
        "not a class name, Illegal",
    })
    void aBrokenProviderIsReportedAndTheOthersLoad(String broken, String reason) throws IOException {
        try (URLClassLoader loader = plugin(broken, name(Plugins.Good.class))) {
            Regularizers regularizers = Regularizers.load(loader);
            assertThat(regularizers.names()).contains(BUILT_IN);
            assertThat(regularizers.problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem).contains(reason));
            if (!reason.equals("Illegal")) {
                assertThat(regularizers.names()).contains("good");
                assertThat(regularizers.problems().get(0)).contains(broken);
            }
        }
    }

    @Test
    void aClassFileThatDoesNotLinkIsReportedAndTheOthersLoad() throws IOException {
        try (URLClassLoader loader = plugin("broken.Broken", name(Plugins.Good.class));
                InputStream other = Plugins.class.getResourceAsStream("Plugins$Good.class")) {
            Path classes = Path.of(loader.getURLs()[0].getPath(), "broken");
            Files.copy(other, Files.createDirectories(classes).resolve("Broken.class"));
            Regularizers regularizers = Regularizers.load(loader);
            assertThat(regularizers.names()).contains("good");
            assertThat(regularizers.problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem).contains("NoClassDefFoundError", "broken/Broken"));
        }
    }

    @Test
    void aLoaderThatCannotBeReadIsReportedOnce() {
        ClassLoader unreadable = new ClassLoader(null) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                throw new IOException("disk on fire");
            }
        };
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            Regularizers regularizers = Regularizers.load(unreadable);
            assertThat(regularizers.names()).containsExactly(BUILT_IN);
            assertThat(regularizers.problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem).contains("disk on fire"));
        });
    }

    @Test
    void anUnknownNameIsToldTheChoiceAndWhatDidNotLoad() throws IOException {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Regularizers.load().parse("l3(lambda=1)"))
                .withMessage("there is no regularizer 'l3'; there are " + String.join(", ", BUILT_IN));
        try (URLClassLoader loader = plugin(name(Plugins.Throwing.class))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Regularizers.load(loader).provider("l3"))
                    .withMessageContaining("not loaded: ")
                    .withMessageContaining("no licence");
        }
    }

    @Test
    void aListOfProvidersIsTakenAsItIs() {
        Regularizers regularizers = Regularizers.of(List.of(new Plugins.Good()));
        assertThat(regularizers.names()).containsExactly("good").isUnmodifiable();
        assertThat(regularizers.provider("good")).isInstanceOf(Plugins.Good.class);
        assertThat(Regularizers.of(List.of()).names()).isEmpty();
        assertThatIllegalStateException()
                .isThrownBy(() -> Regularizers.of(List.of(new Plugins.Good(), new Plugins.SameName())));
    }

    @Test
    void textFormsMakeRegularizers() {
        Regularizers regularizers = Regularizers.load();
        assertThat(regularizers.parse("elastic-net(lambda=0.1)")).isEqualTo(new ElasticNet(0.1, 0.5));
        assertThat(regularizers.parse(" adaptive( base = group-l2( lambda = 2 ), max = 5 )"))
                .isEqualTo(new Adaptive(new GroupL2(2), 1e-6, 5, 0.7, 1, 1));
    }

    @Test
    void argumentsMakeRegularizers() {
        assertThat(Regularizers.load().create("elastic-net", Map.of("alpha", 0.25, "lambda", "3")))
                .isEqualTo(new ElasticNet(3, 0.25));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "elastic-net(lamda=1) | elastic-net has no argument 'lamda'; it takes lambda, alpha",
                "elastic-net(alpha=2) | elastic-net: alpha must be a number in [0, 1], but is 2.0",
                "adaptive(base=l1(lambda=-1)) | adaptive: base: l1: lambda must be a number >= 0, but is -1.0",
                "adaptive(base=adaptive) | must have a lambda of its own",
                "adaptive(min=2,max=1) | min <= max, but these are 2 and 1",
                "adaptive(epochs=0) | epochs must be a whole number from 1 to 1000000, but is '0'",
                "adaptive(decay=1) | decay must be a number in (0, 1), but is 1.0",
            })
    void badArgumentsAreToldWhatIsWanted(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Regularizers.load().parse(text))
                .withMessageContaining(message);
    }

    @Test
    void everyBuiltInDescribesItself() {
        Regularizers regularizers = Regularizers.load();
        assertThat(Stream.of(BUILT_IN).map(regularizers::provider)).allSatisfy(provider -> {
            assertThat(provider.summary()).contains("lambda");
            assertThat(provider.parameters()).isNotEmpty();
            assertThat(regularizers.parse(provider.name()).toString()).startsWith(provider.name() + "(");
        });
    }
}
