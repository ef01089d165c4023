package org.ridgeline.weka.sgd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ridgeline.Groups;
import org.ridgeline.Regularizer;
import org.ridgeline.Separability;
import org.ridgeline.Weights;
import org.ridgeline.penalties.L1;

class ProximalLeaderTest {

    private static final int COLUMNS = 1000;

    /** The lasso, which counts the weights that it is asked about. */
    private static class Counting implements Regularizer {
        private final Separability separability;
        private long weights;
        private double threshold = 0.01;

        Counting(Separability separability) {
            this.separability = separability;
        }

        @Override
        public double lambda() {
            return threshold;
        }

        @Override
        public Regularizer withLambda(double lambda) {
            throw new UnsupportedOperationException();
        }

        @Override
        public double penalty(Weights w) {
            return L1.of(threshold).penalty(w);
        }

        @Override
        public void addGradient(Weights w, double scale, double[] gradient) {
            L1.of(threshold).addGradient(w, scale, gradient);
        }

        @Override
        public void prox(Weights w, double step) {
            weights += w.size();
            double[] values = w.values();
            for (int i = 0; i < values.length; i++) {
                double most = threshold * step * w.factor(i);
                values[i] -= Math.max(-most, Math.min(most, values[i]));
            }
        }

        @Override
        public Separability separability() {
            return separability;
        }
    }

    @Test
    void aPenaltyOfGroupsThatIsNotConvexIsRefused() {
        Counting concave = new Counting(Separability.GROUP) {
            @Override
            public boolean convex() {
                return false;
            }
        };

        assertThatThrownBy(() -> new ProximalLeader(Groups.whole(2), 1, false, concave))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not convex")
                .hasMessageContaining("wanted one that is convex, or penalizes each weight alone");
    }

    private static Row row(SplittableRandom random, Row row) {
        row.count = 0;
        for (int j = random.nextInt(200); j < COLUMNS; j += 1 + random.nextInt(200)) {
            row.add(j, random.nextGaussian());
        }
        return row;
    }

    /** Groups of five columns; a row meets at most one group with each of its columns. */
    @ParameterizedTest
    @EnumSource(Separability.class)
    void anUpdateCostsWhatTheRowStores(Separability separability) {
        Counting counting = new Counting(separability);
        ProximalLeader leader = new ProximalLeader(Groups.strided(5, COLUMNS / 5, COLUMNS), 1, false, counting);
        leader.use(counting);
        SplittableRandom random = new SplittableRandom(1);
        Row row = new Row(COLUMNS);
        double[] scores = new double[1];
        for (int i = 0; i < 500; i++) {
            row(random, row);
            counting.weights = 0;
            leader.scoresBeforeLearning(row, 0.5, scores);
            leader.learn(row, 0.5, new double[] {scores[0] - random.nextDouble()}, 1);
            long most = separability == Separability.WEIGHT
                    ? row.count
                    : separability == Separability.GROUP ? 5L * row.count : COLUMNS;
            assertThat(counting.weights).isLessThanOrEqualTo(most);
        }
        leader.settle(0.5);
        assertThat(leader.weights().values()).contains(0.0);
    }

    @Test
    void anUpdateMakesNothingNew() {
        ProximalLeader leader =
                new ProximalLeader(Groups.singletons(COLUMNS), 1, false, new Counting(Separability.WEIGHT));
        leader.use(new Counting(Separability.WEIGHT));
        Row row = row(new SplittableRandom(1), new Row(COLUMNS));
        double[] scores = new double[1];
        double[] slopes = new double[1];
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = 0;
        for (int i = 0; i < 2000; i++) {
            if (i == 1000) {
                before = threads.getCurrentThreadAllocatedBytes();
            }
            leader.scoresBeforeLearning(row, 0.5, scores);
            slopes[0] = scores[0] - 1;
            leader.learn(row, 0.5, slopes, 1);
        }
        // To ask takes some bytes too, but not one for each of a thousand updates.
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1000);
    }

    /** Both are learnt from in one way, whatever else is evaluated at once; several outputs lie side by side. */
    @ParameterizedTest
    @EnumSource(Separability.class)
    void fullRowsAreLearntAsOthers(Separability separability) {
        Groups groups = Groups.strided(3, 4, 12);
        ProximalLeader full = new ProximalLeader(groups, 3, true, new Counting(separability));
        ProximalLeader other = new ProximalLeader(groups, 3, true, new Counting(separability));
        full.use(new Counting(separability));
        other.use(new Counting(separability));
        SplittableRandom random = new SplittableRandom(4);
        Row row = new Row(12);
        double[] scores = new double[3];
        double[] others = new double[3];
        for (int i = 0; i < 300; i++) {
            row.count = 0;
            for (int j = 0; j < 12; j++) {
                row.add(j, random.nextGaussian());
            }
            double weight = random.nextDouble(0.5, 2);
            row.full = false;
            other.scoresBeforeLearning(row, 0.5, others);
            other.learn(row, 0.5, slopes(others, row.value), weight);
            row.full = true;
            full.scoresBeforeLearning(row, 0.5, scores);
            full.learn(row, 0.5, slopes(scores, row.value), weight);
            assertThat(scores).containsExactly(others, within(1e-9));
        }
        full.settle(0.5);
        other.settle(0.5);

        assertThat(full.weights().values())
                .contains(0.0)
                .containsExactly(other.weights().values(), within(1e-9));
    }

    private static double[] slopes(double[] scores, double[] x) {
        return new double[] {scores[0] - x[0], scores[1] + 2 * x[5], scores[2] - 1};
    }

    /**
     * The definition: the minimum over w of gradients, distances from all weights before, and penalty, with plain loops. Full
     * rows have all columns, also those that are 0.
     */
    @ParameterizedTest
    @CsvSource({"WEIGHT, false", "WEIGHT, true", "GROUP, false", "GROUP, true", "NONE, false", "NONE, true"})
    void weightsMinimizeTheSumOfWhatWasSeen(Separability separability, boolean full) {
        int columns = 4;
        double rate = 0.7;
        double lambda = 0.05;
        Groups groups = Groups.labelled(0, 0, 1, 1);
        int[] block = separability == Separability.WEIGHT
                ? new int[] {0, 1, 2, 3}
                : separability == Separability.GROUP ? new int[] {0, 0, 1, 1} : new int[] {0, 0, 0, 0};
        Counting penalty = new Counting(separability);
        penalty.threshold = lambda;
        ProximalLeader leader = new ProximalLeader(groups, 1, false, penalty);
        leader.use(penalty);
        SplittableRandom random = new SplittableRandom(3);
        double[] sums = new double[columns];
        double[] anchors = new double[columns];
        double[] squares = new double[columns];
        double[] reach = new double[columns];
        double norms = 0;
        double time = 0;
        double[] w = new double[columns];
        Row row = new Row(columns);
        double[] scores = new double[1];
        for (int i = 0; i < 200; i++) {
            row.count = 0;
            row.full = full;
            double[] x = new double[columns];
            for (int j = 0; j < columns; j++) {
                if (random.nextBoolean()) {
                    x[j] = random.nextGaussian();
                }
                if (full || x[j] != 0) {
                    row.add(j, x[j]);
                    reach[block[j]] = Math.max(reach[block[j]], Math.abs(x[j]));
                }
            }
            double pace = time == 0 ? 0 : rate / Math.sqrt(norms / time);
            for (int j = 0; j < columns; j++) {
                double h = Math.sqrt(squares[block[j]]);
                if (h > 0) {
                    double own = pace / reach[block[j]];
                    double v = (anchors[j] - own * sums[j]) / h;
                    w[j] = Math.signum(v) * Math.max(0, Math.abs(v) - time * own / h * lambda);
                }
            }
            leader.scoresBeforeLearning(row, rate, scores);
            double score = leader.intercept(0, rate);
            double norm = 1;
            for (int j = 0; j < columns; j++) {
                score += w[j] * x[j];
                norm += x[j] == 0 ? 0 : Math.pow(x[j] / reach[block[j]], 2);
            }
            assertThat(scores[0]).isCloseTo(score, within(1e-9));

            double weight = random.nextDouble(0.5, 2);
            double slope = scores[0] - 2 * x[0] + x[1] - random.nextGaussian();
            leader.learn(row, rate, new double[] {slope}, weight);
            double[] steepest = new double[columns];
            for (int j = 0; j < columns; j++) {
                sums[j] += slope * weight * x[j];
                steepest[block[j]] = Math.max(steepest[block[j]], Math.abs(slope * weight * x[j]));
            }
            double[] before = squares.clone();
            for (int b = 0; b < columns; b++) {
                squares[b] += steepest[b] * steepest[b];
            }
            for (int j = 0; j < columns; j++) {
                anchors[j] += (Math.sqrt(squares[block[j]]) - Math.sqrt(before[block[j]])) * w[j];
            }
            norms += weight * norm;
            time += weight;
        }
    }
}
