package org.ridgeline.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ridgeline.solvers.DenseFeatures;
import org.ridgeline.solvers.Features;
import org.ridgeline.solvers.SparseFeatures;
import org.tribuo.MutableDataset;
import org.tribuo.regression.Regressor;

/** Columns, sparse or dense, are those of the rows. */
class FeatureColumnsTest {

    @ParameterizedTest
    @CsvSource({"1, 0.02", "2, 0.02", "3, 0.02", "4, 0.5", "5, 0.5", "6, 1"})
    void columnsAreThoseOfTheRows(long seed, double share) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] rows = new double[25][8];
        for (double[] row : rows) {
            for (int j = 0; j < row.length; j++) {
                row[j] = random.nextDouble() < share ? random.nextDouble(-1, 1) : 0;
            }
            // Tribuo refuses an example without features.
            row[random.nextInt(row.length)] = 1;
        }
        // A feature that no example has is not in the dataset.
        Arrays.fill(rows[0], 2);
        Features sparse = columns(rows);
        assertThat(sparse).isInstanceOf(share < 0.25 ? SparseFeatures.class : DenseFeatures.class);
        Features dense = DenseFeatures.ofRows(rows);
        assertSame(sparse, dense, random);
        int[] selected = {6, 2, 2, 0};
        assertSame(sparse.selectRows(selected), dense.selectRows(selected), random);
        int[] more = {3, 0, 1};
        assertSame(
                sparse.selectRows(selected).selectRows(more),
                dense.selectRows(selected).selectRows(more),
                random);
    }

    @Test
    void thereIsNoRowBeyondTheLast() {
        double[][] rows = {{1, 0, 0, 0, 0, 0, 0}, {2, 0, 0, 0, 0, 0, 0}};
        Features sparse = columns(rows);
        assertThatThrownBy(() -> sparse.selectRows(new int[] {2})).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> sparse.selectRows(new int[] {-1})).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void anInfiniteFeatureIsRefusedByName() {
        assertThatThrownBy(() -> columns(new double[][] {{1, 2}, {3, Double.NEGATIVE_INFINITY}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a feature must be a finite number, but 'x1' of example 1 is -Infinity");
    }

    private static void assertSame(Features sparse, Features dense, SplittableRandom random) {
        assertThat(sparse.rows()).isEqualTo(dense.rows());
        assertThat(sparse.columns()).isEqualTo(dense.columns());
        double[] vector = random.doubles(dense.rows(), -1, 1).toArray();
        for (int j = 0; j < dense.columns(); j++) {
            double[] found = random.doubles(dense.rows()).toArray();
            double[] wanted = new double[dense.rows()];
            sparse.copyColumn(j, found);
            dense.copyColumn(j, wanted);
            assertThat(found).containsExactly(wanted);
            assertThat(sparse.dot(j, vector)).isCloseTo(dense.dot(j, vector), within(1e-15));
            sparse.addScaled(j, 0.7, found);
            dense.addScaled(j, 0.7, wanted);
            assertThat(found).containsExactly(wanted);
        }
    }

    private static Features columns(double[][] rows) {
        List<String> names =
                IntStream.range(0, rows[0].length).mapToObj(j -> "x" + j).toList();
        MutableDataset<Regressor> dataset = Examples.regression(names, rows, new double[rows.length]);
        return FeatureColumns.of(dataset, dataset.getFeatureIDMap());
    }
}
