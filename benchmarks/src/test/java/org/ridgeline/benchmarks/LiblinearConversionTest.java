package org.ridgeline.benchmarks;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.Regularizer;
import org.ridgeline.penalties.L1;
import org.ridgeline.penalties.L2;
import org.ridgeline.solvers.Loss;
import org.ridgeline.solvers.Standardization;
import org.ridgeline.solvers.conversions.Liblinear;

class LiblinearConversionTest {

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.02, 0.1})
    void l1AndL2AreOurs(double lambda) {
        assertSame(L1.of(lambda), false, 1e-6);
        assertSame(L2.of(lambda), false, 1e-6);
    }

    /** As a feature of ones, which is not penalised when it is told so. */
    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.1})
    void theInterceptIsLeftAloneIfAskedFor(double lambda) {
        assertSame(L1.of(lambda), true, 1e-6);
        assertSame(L2.of(lambda), true, 1e-6);
    }

    private static void assertSame(Regularizer penalty, boolean intercept, double tolerance) {
        PeerData data = PeerData.standardized(Loss.LOGISTIC);
        Liblinear setting = Liblinear.from(penalty, data.size());
        double[] ours = data.fit(penalty, Standardization.NONE, intercept).coefficients();
        PeerData.assertSame(fit(data, setting, intercept), ours, tolerance);
    }

    private static double[] fit(PeerData data, Liblinear setting, boolean intercept) {
        int p = data.rows()[0].length;
        Problem problem = new Problem();
        problem.l = data.size();
        problem.n = intercept ? p + 1 : p;
        problem.bias = intercept ? 1 : -1;
        problem.y = data.target();
        problem.x = Arrays.stream(data.rows())
                .map(row -> {
                    Feature[] features = new Feature[problem.n];
                    Arrays.setAll(features, j -> new FeatureNode(j + 1, j < p ? row[j] : 1));
                    return features;
                })
                .toArray(Feature[][]::new);
        Parameter parameter = new Parameter(SolverType.valueOf(setting.solver().name()), setting.c(), 100_000, 1e-10);
        parameter.setRegularizeBias(!intercept);
        Linear.disableDebugOutput();
        Model model = Linear.train(problem, parameter);
        double sign = model.getLabels()[0] > 0 ? 1 : -1;
        return Arrays.stream(model.getFeatureWeights(), 0, p).map(w -> sign * w).toArray();
    }
}
