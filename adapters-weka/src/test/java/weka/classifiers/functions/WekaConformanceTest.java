package weka.classifiers.functions;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ridgeline.Groups;
import org.ridgeline.Regularizers;
import org.ridgeline.Weights;
import org.ridgeline.conformance.AdapterConformance;
import org.ridgeline.weka.InstalledRegularizers;
import weka.core.SerializedObject;
import weka.core.Utils;

/**
 * The rules for adapters. A step is a fit of rows ±c·eᵢ with targets b ± c·wᵢ: its minimum is the proximal step of w with
 * step p/(2c²) on the mean loss and 1/(4c²) on the summed loss, and all arithmetic on the way is exact.
 */
class WekaConformanceTest extends AdapterConformance {

    @Override
    protected double stored(double value) {
        return value;
    }

    @Override
    protected Step step(String text, Weights weights, double step) throws Exception {
        RegularizedLinearRegression fitted = fit(text, weights.values(), weights.groups(), 0, step);
        return new Step(fitted.coefficients(), fitted.fitSummary().penalty());
    }

    @Override
    protected double intercept(String text, double bias, double step) throws Exception {
        double[] weights = new double[size()];
        Arrays.setAll(weights, i -> i % 2 == 0 ? 1 : -0.5);
        return fit(text, weights, Groups.whole(size()), bias, step).intercept();
    }

    private RegularizedLinearRegression fit(String text, double[] weights, Groups groups, double bias, double step)
            throws Exception {
        // Of the two loss scales that which takes this step with a power of two c.
        double c = Math.sqrt(weights.length / (2 * step));
        boolean mean = c == Math.rint(c);
        c = mean ? c : Math.sqrt(1 / (4 * step));
        double[][] rows = new double[2 * weights.length][weights.length];
        double[] target = new double[rows.length];
        for (int i = 0; i < weights.length; i++) {
            rows[2 * i][i] = c;
            target[2 * i] = bias + c * weights[i];
            rows[2 * i + 1][i] = -c;
            target[2 * i + 1] = bias - c * weights[i];
        }
        int[] labels = groups.labels();
        List<String> names = IntStream.range(0, labels.length)
                .mapToObj(i -> "g" + labels[i] + "_w" + i)
                .toList();
        return WekaData.trained(
                new RegularizedLinearRegression(),
                WekaData.regression(names, rows, target),
                "-standardize none -groups ^(g[0-9]+)_ -loss-scale " + (mean ? "mean" : "sum") + " -regularizer "
                        + text);
    }

    @Override
    protected String configured(String text) throws Exception {
        RegularizedLogistic first = new RegularizedLogistic();
        first.setOptions(new String[] {"-regularizer", text});
        RegularizedLogistic second = new RegularizedLogistic();
        second.setOptions(Utils.splitOptions(Utils.joinOptions(first.getOptions())));
        RegularizedLogistic restored = (RegularizedLogistic) new SerializedObject(second).getObject();
        return restored.getRegularizer().toRegularizer(regularizers()).toString();
    }

    /** A fit of {@code adaptive} moves λ: {@code AdaptiveLambdaTest} has those. */
    @Override
    protected List<String> textForms() {
        return super.textForms().stream()
                .filter(text -> !text.startsWith("adaptive"))
                .toList();
    }

    /** Every attribute has a group. */
    @Override
    protected List<Groups> groupings(int size) {
        return super.groupings(size).stream()
                .filter(groups -> groups.start(groups.count()) == size)
                .toList();
    }

    @Override
    protected Regularizers regularizers() {
        return InstalledRegularizers.load();
    }
}
