package org.ridgeline.solvers.conversions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.ridgeline.penalties.ElasticNet;
import org.ridgeline.penalties.L1;
import org.ridgeline.penalties.L2;

/** What {@code docs/conventions.md} shows is this source, and right. */
class DocumentationTest {

    @Test
    void theCodeOfThePageRuns() throws IOException {
        // begin
        var net = ScikitLearn.ElasticNet.from(ElasticNet.of(0.1, 0.5)); // alpha = 0.075, l1Ratio = 1/3
        var liblinear = Liblinear.from(L1.of(0.01), 569); // L1R_LR, c = 1/5.69
        var penalty = new Glmnet.Gaussian(5, 0.5).toRidgeline(77); // 77 is the deviation of y
        L2 wekasDefault = new Weka.Logistic(1e-8).toRidgeline(569); // l2 of that strength, here
        // end
        assertThat(net.alpha()).isCloseTo(0.075, within(1e-15));
        assertThat(net.l1Ratio()).isCloseTo(1 / 3.0, within(1e-15));
        assertThat(liblinear.solver()).isEqualTo(Liblinear.Solver.L1R_LR);
        assertThat(liblinear.c()).isCloseTo(1 / 5.69, within(1e-15));
        assertThat(penalty.lambda()).isCloseTo(5 * (1 + 0.5 / 77), within(1e-13));
        assertThat(wekasDefault.lambda()).isCloseTo(1e-8 / 569, within(1e-25));
        String source =
                Files.readString(Path.of("src/test/java/org/ridgeline/solvers/conversions/DocumentationTest.java"));
        String shown = source.substring(source.indexOf("// begin\n") + 9, source.indexOf("        // end\n"));
        Matcher block =
                Pattern.compile("(?s)```java\n(.*?)```").matcher(Files.readString(Path.of("../docs/conventions.md")));
        assertThat(block.find()).isTrue();
        assertThat(block.group(1)).isEqualTo(shown.stripTrailing().stripIndent() + "\n");
    }

    /** The package's Javadoc. */
    @Test
    void theNumbersOfTheOverviewAreRight() {
        assertThat(ScikitLearn.Lasso.from(L1.of(0.2)).alpha()).isEqualTo(0.1);
        assertThat(new Glmnet.Binomial(0.03, 0.5).toRidgeline())
                .hasToString("elastic-net(lambda=0.0225,alpha=0.6666666666666666)");
        assertThat(Liblinear.from(L1.of(0.01), 569).c()).isCloseTo(0.1757, within(1e-4));
        assertThat(new Weka.Logistic(1).toRidgeline(569).lambda()).isCloseTo(0.0017, within(1e-4));
    }
}
