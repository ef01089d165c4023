package weka.classifiers.functions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weka.classifiers.Evaluation;
import weka.classifiers.meta.GridSearch;
import weka.classifiers.meta.MultiSearch;
import weka.core.Instances;
import weka.core.SelectedTag;
import weka.core.Utils;
import weka.core.regularizers.ElasticNet;
import weka.core.setupgenerator.AbstractParameter;
import weka.core.setupgenerator.MathParameter;

/** Weka packages of others that find options. They set bean properties, also those of the regularizer. */
class TuningTest {

    /** On a grid from 2⁻¹⁰ to 2⁶, of which the larger ones leave nothing and the smallest fit noise. */
    private static final int LOWEST = -10;

    private static final int HIGHEST = 6;

    @Test
    void gridSearchTunesLambdaAndTheShareOfTheLasso() throws Exception {
        Instances data = WekaData.diabetes();
        GridSearch search = new GridSearch();
        search.setClassifier(with(new RegularizedLinearRegression(), "-regularizer ElasticNet"));
        search.setEvaluation(new SelectedTag(GridSearch.EVALUATION_RMSE, GridSearch.TAGS_EVALUATION));
        search.setXProperty("regularizer.alpha");
        search.setXMin(0.25);
        search.setXMax(1);
        search.setXStep(0.25);
        search.setXExpression("I");
        search.setYProperty("lambda");
        search.setYMin(LOWEST);
        search.setYMax(HIGHEST);
        search.setYStep(2);
        search.setYBase(2);
        search.setYExpression("pow(BASE,I)");
        search.buildClassifier(data);

        RegularizedLinearRegression best = (RegularizedLinearRegression) search.getBestClassifier();
        double alpha = ((ElasticNet) best.getRegularizer()).getAlpha();
        assertThat(alpha).isIn(0.25, 0.5, 0.75, 1.0);
        assertThat(search.toString()).contains("regularizer.alpha");
        assertBetterThanTheEnds(data, best.getLambda(), alpha);
        assertThat(search.classifyInstance(data.instance(0))).isFinite();
    }

    @Test
    void multiSearchTunesLambdaAndTheShareOfTheLasso() throws Exception {
        Instances data = WekaData.cancer();
        MultiSearch search = new MultiSearch();
        search.setClassifier(with(new RegularizedLogistic(), "-regularizer ElasticNet"));
        search.setEvaluation(new SelectedTag("RMSE", search.getMetrics().getTags()));
        search.setSearchParameters(new AbstractParameter[] {
            parameter("lambda", -14, 2, 4, "pow(BASE,I)"), parameter("regularizer.alpha", 0.5, 1, 0.5, "I")
        });
        search.buildClassifier(data);

        RegularizedLogistic best = (RegularizedLogistic) search.getBestClassifier();
        assertThat(((ElasticNet) best.getRegularizer()).getAlpha()).isIn(0.5, 1.0);
        assertThat(best.getLambda()).isStrictlyBetween(Math.pow(2, -14), Math.pow(2, -2));
        assertThat(search.distributionForInstance(data.instance(0))).hasSize(2);
    }

    private static MathParameter parameter(String property, double min, double max, double step, String expression)
            throws Exception {
        MathParameter parameter = new MathParameter();
        parameter.setProperty(property);
        parameter.setMin(min);
        parameter.setMax(max);
        parameter.setStep(step);
        parameter.setBase(2);
        parameter.setExpression(expression);
        return parameter;
    }

    private static <C extends RegularizedLinearModel> C with(C classifier, String options) throws Exception {
        classifier.setOptions(Utils.splitOptions(options));
        return classifier;
    }

    private static void assertBetterThanTheEnds(Instances data, double lambda, double alpha) throws Exception {
        double found = error(data, lambda, alpha);
        assertThat(lambda).isStrictlyBetween(Math.pow(2, LOWEST), 4.0);
        assertThat(found).isLessThan(0.8 * error(data, Math.pow(2, 14), alpha));
        assertThat(found).isLessThan(error(data, Math.pow(2, LOWEST), alpha));
    }

    private static double error(Instances data, double lambda, double alpha) throws Exception {
        Evaluation evaluation = new Evaluation(data);
        evaluation.crossValidateModel(
                with(new RegularizedLinearRegression(), "-regularizer elastic-net(alpha=" + alpha + ") -R " + lambda),
                data,
                10,
                new java.util.Random(3));
        return evaluation.rootMeanSquaredError();
    }
}
