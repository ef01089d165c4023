package org.ridgeline.weka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds what {@code docs/weka.md} shows of a third party's package to the files that the tests build. */
class SamplePackageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Description.props",
                "src/weka/core/regularizers/HalfL1.java",
                "src/META-INF/services/org.ridgeline.RegularizerProvider"
            })
    void thePageShowsTheFile(String name) throws IOException {
        String page = Files.readString(Path.of("..", "docs", "weka.md"));

        assertThat(page).contains(Files.readString(SamplePackage.FOLDER.resolve(name)));
    }
}
