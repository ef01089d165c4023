package org.ridgeline.benchmarks.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is timed is what its name says. */
class KernelBenchmarksTest {

    @Test
    void productsAgreeWithOneAnother() {
        DenseBenchmark benchmark = new DenseBenchmark();
        benchmark.prepare();
        double first = benchmark.dot();
        assertThat(first).isNotZero();
        assertThat(benchmark.dots())
                .hasSize(4)
                .doesNotContain(0)
                .startsWith(benchmark.dots()[0]);
        assertThat(benchmark.dots()[0]).isCloseTo(first, within(1e-10));
    }

    @Test
    void everyPanelIsAddedOnceMore() {
        DenseBenchmark benchmark = new DenseBenchmark();
        benchmark.prepare();
        double once = benchmark.gramPanel()[7][3];
        assertThat(once).isNotZero();
        assertThat(benchmark.gramPanel()[7][3]).isCloseTo(2 * once, within(1e-12));
        // Columns of 64 numbers of variance ⅓.
        assertThat(benchmark.gramPanel()[7][7]).isBetween(45.0, 85.0);
    }

    @Test
    void kernelsThatAreNotThereAreNotTimed() {
        DenseBenchmark benchmark = new DenseBenchmark();
        benchmark.kernels = "vector";
        assertThatThrownBy(benchmark::prepare).hasMessageContaining("--add-modules jdk.incubator.vector");
    }

    @Test
    void columnsAreAddedAndTakenAway() {
        ColumnBenchmark benchmark = new ColumnBenchmark();
        benchmark.prepare();
        double product = benchmark.sparseDot();
        assertThat(product).isNotZero();
        double[] first = benchmark.sparseAxpy().clone();
        assertThat(first).hasSize(20_000);
        double[] second = benchmark.sparseAxpy().clone();
        long changed = 0;
        for (int i = 0; i < first.length; i++) {
            changed += first[i] == second[i] ? 0 : 1;
        }
        assertThat(changed).isEqualTo(2000);
        assertThat(benchmark.sparseDot()).isCloseTo(product, within(1e-9));
        assertThat(benchmark.axpy()).hasSize(2000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"l1(lambda=0.5)", "elastic-net(lambda=1,alpha=0.5)", "group-l2(lambda=0.5)"})
    void someWeightsBecomeZeroAnewEachTime(String penalty) {
        ProxBenchmark benchmark = new ProxBenchmark();
        benchmark.penalty = penalty;
        benchmark.prepare();
        double[] first = benchmark.prox().clone();
        assertThat(Arrays.stream(first).filter(w -> w == 0).count()).isBetween(200L, 4000L);
        assertThat(benchmark.prox()).isEqualTo(first);
    }
}
