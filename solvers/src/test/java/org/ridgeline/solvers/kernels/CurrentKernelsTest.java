package org.ridgeline.solvers.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kernels that cannot be used are told of and left out, never fatal. */
class CurrentKernelsTest {

    /** What others may put on the class path. */
    public static class Other implements Kernels {
        @Override
        public double dot(double[] x, double[] y, int length) {
            throw new AssertionError("nobody asks");
        }

        @Override
        public void dots(double[][] columns, int[] selected, int count, double[] vector, int length, double[] target) {
            throw new AssertionError("nobody asks");
        }

        @Override
        public void addProducts(double[][] panel, int height, double[][] target, int from, int to) {
            throw new AssertionError("nobody asks");
        }

        @Override
        public String toString() {
            return "other";
        }
    }

    /** For another processor. */
    public static final class Unfit extends Other {
        /** Fails. */
        public Unfit() {
            throw new UnsupportedOperationException("not on this processor");
        }
    }

    private static final String MISSING = "com.example.Missing";
    private static final String UNLINKED = "com.example.Unlinked";

    @TempDir
    private Path folder;

    private final List<String> messages = new ArrayList<>();
    private final Logger logger = Logger.getLogger(Kernels.class.getName());
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            assertThat(entry.getLevel()).isEqualTo(Level.INFO);
            messages.add(entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void listenNoMore() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
    }

    private Kernels find(String... names) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.write(services.resolve(Kernels.class.getName()), List.of(names));
        URL[] urls = {folder.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, Kernels.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                if (name.equals(UNLINKED)) {
                    throw new NoClassDefFoundError("jdk/incubator/vector/DoubleVector");
                }
                return super.findClass(name);
            }
        }) {
            return CurrentKernels.find(loader);
        }
    }

    @Test
    void theFirstThatCanBeMadeIsTaken() throws IOException {
        assertThat(find(Other.class.getName(), MISSING)).isInstanceOf(Other.class);
        assertThat(messages).isEmpty();
    }

    @Test
    void whatCannotBeMadeIsLeftOutAndToldOf() throws IOException {
        assertThat(find(MISSING, Unfit.class.getName(), UNLINKED, Other.class.getName()))
                .isInstanceOf(Other.class);
        assertThat(messages).hasSize(3);
        assertThat(messages.get(0)).contains(MISSING, "not found");
        assertThat(messages.get(1)).contains("Unfit", "not on this processor");
        assertThat(messages.get(2)).contains("jdk/incubator/vector/DoubleVector");
    }

    @Test
    void withNoneThatCanBeMadeThePlainOnesAreTaken() throws IOException {
        assertThat(find(UNLINKED)).isSameAs(Kernels.plain());
        assertThat(find(CurrentKernelsTest.class.getName())).isSameAs(Kernels.plain());
        assertThat(find()).isSameAs(Kernels.plain());
        assertThat(messages).hasSize(2);
    }

    @Test
    void aClassPathThatCannotBeReadIsToldOfOnce() {
        ClassLoader broken = new ClassLoader(Kernels.class.getClassLoader()) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                throw new IOException("the disk is gone");
            }
        };
        assertThat(CurrentKernels.find(broken)).isSameAs(Kernels.plain());
        assertThat(messages).singleElement().asString().contains("the disk is gone");
    }
}
