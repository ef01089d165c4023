package org.ridgeline.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An application needs those of Tribuo's modules only whose outputs it has. */
class MissingModulesTest {

    @Test
    void numbersAreSearchedWithoutTheModulesOfClasses() throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry).toAbsolutePath();
            if (!path.getFileName().toString().matches("tribuo-(classification|multilabel)-.*")) {
                urls.add(path.toUri().toURL());
            }
        }
        Thread thread = Thread.currentThread();
        ClassLoader context = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader())) {
            for (String absent : List.of("org.tribuo.classification.Label", "org.tribuo.multilabel.MultiLabel")) {
                assertThatThrownBy(() -> loader.loadClass(absent)).isInstanceOf(ClassNotFoundException.class);
            }
            thread.setContextClassLoader(loader);
            Class<?> searches = loader.loadClass(SearchesWithoutClasses.class.getName());
            assertThat(searches.getMethod("search").invoke(null)).isEqualTo(2);
        } finally {
            thread.setContextClassLoader(context);
        }
    }
}
