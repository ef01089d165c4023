package org.ridgeline.tribuo;

import com.oracle.labs.mlrg.olcut.config.Configurable;
import com.oracle.labs.mlrg.olcut.config.ConfigurationManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes and reads the configuration files of OLCUT. */
final class ConfigurationFiles {

    private ConfigurationFiles() {}

    /** The component that a configuration file describes. */
    static <C extends Configurable> C read(Class<C> type, Map<String, String> properties) throws IOException {
        return read(type, properties, "");
    }

    /** The same with more elements besides the properties. */
    static <C extends Configurable> C read(Class<C> type, Map<String, String> properties, String more)
            throws IOException {
        return withFile(file -> {
            write(file, type, properties, more);
            return lookup(file, type);
        });
    }

    /** The component of a file that OLCUT wrote for the component of a file. */
    static <C extends Configurable> C savedAndRestored(Class<C> type, Map<String, String> properties)
            throws IOException {
        C first = read(type, properties);
        return withFile(file -> {
            try (ConfigurationManager manager = new ConfigurationManager()) {
                manager.importConfigurable(first, "trainer");
                manager.save(file.toFile(), true);
            }
            return lookup(file, type);
        });
    }

    private static <C extends Configurable> C lookup(Path file, Class<C> type) {
        try (ConfigurationManager manager = new ConfigurationManager(file.toString())) {
            return type.cast(manager.lookup("trainer"));
        }
    }

    private static void write(Path file, Class<?> type, Map<String, String> properties, String more)
            throws IOException {
        String lines = properties.entrySet().stream()
                .map(property -> "<property name=\"" + property.getKey() + "\" value=\""
                        + property.getValue()
                                .replace("&", "&amp;")
                                .replace("<", "&lt;")
                                .replace("\"", "&quot;") + "\"/>")
                .collect(Collectors.joining("\n"));
        Files.writeString(
                file,
                "<config>\n<component name=\"trainer\" type=\"" + type.getName() + "\">\n" + lines + more
                        + "\n</component>\n</config>\n");
    }

    @FunctionalInterface
    private interface FileUser<C> {
        C use(Path file) throws IOException;
    }

    private static <C> C withFile(FileUser<C> user) throws IOException {
        Path file = Files.createTempFile(Path.of("target"), "trainer", ".xml");
        try {
            return user.use(file);
        } finally {
            Files.delete(file);
        }
    }
}
