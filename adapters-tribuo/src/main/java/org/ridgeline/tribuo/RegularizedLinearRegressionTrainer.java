package org.ridgeline.tribuo;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.ridgeline.Regularizer;
import org.ridgeline.solvers.Loss;
import org.tribuo.Dataset;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.math.LinearParameters;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.ModelProvenance;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.Regressor.DimensionTuple;
import org.tribuo.regression.sgd.linear.LinearSGDModel;
import org.tribuo.regression.sgd.linear.LinearSGDTrainer;
import org.tribuo.regression.sgd.objectives.SquaredLoss;

/**
 * Linear regression with any regularizer: minimises squared error + R(w), the intercept left free.
 *
 * <p>The model is Tribuo's {@link LinearSGDModel}. With several dimensions each is fitted alone, with groups and, where λ is to be found,
 * a λ of its own; with {@linkplain TrainingOptions#withTiedOutputs tied outputs} a group penalty fits all of them together, and the
 * loss is the sum over the dimensions.
 */
public final class RegularizedLinearRegressionTrainer extends RegularizedTrainer<Regressor, LinearSGDModel> {

    /**
     * Trains with the standard options.
     *
     * @param regularizer the text form of a regularizer, such as {@code elastic-net(lambda=0.1,alpha=0.5)}
     * @throws IllegalArgumentException if the text is malformed or there is no such regularizer
     */
    public RegularizedLinearRegressionTrainer(String regularizer) {
        this(InstalledRegularizers.parse(regularizer), TrainingOptions.standard());
    }

    /**
     * Trains with options.
     *
     * @param regularizer the text form of a regularizer, such as {@code elastic-net(lambda=0.1,alpha=0.5)}
     * @param options how to train
     * @throws IllegalArgumentException if the text is malformed or there is no such regularizer, or if its λ moves but is to be chosen by
     *     cross-validation
     */
    public RegularizedLinearRegressionTrainer(String regularizer, TrainingOptions options) {
        this(InstalledRegularizers.parse(regularizer), options);
    }

    /**
     * Trains with options.
     *
     * @param regularizer the penalty
     * @param options how to train
     * @throws IllegalArgumentException if the λ of the regularizer moves but is to be chosen by cross-validation
     */
    public RegularizedLinearRegressionTrainer(Regularizer regularizer, TrainingOptions options) {
        super(regularizer, options);
    }

    /** For configuration files. */
    private RegularizedLinearRegressionTrainer() {}

    @Override
    RegularizedLinearRegressionTrainer with(Regularizer regularizer, TrainingOptions options) {
        return new RegularizedLinearRegressionTrainer(regularizer, options);
    }

    @Override
    public RegularizedLinearRegressionTrainer withLambda(double lambda) {
        return (RegularizedLinearRegressionTrainer) super.withLambda(lambda);
    }

    @Override
    OutputFits outputFits(ImmutableOutputInfo<Regressor> info, Dataset<Regressor> examples) {
        double[][] values = new double[info.size()][examples.size()];
        String[] names = new String[info.size()];
        for (Regressor dimension : info.getDomain()) {
            names[info.getID(dimension)] = dimension.getNames()[0];
        }
        Set<String> wanted = Set.of(names);
        for (int i = 0; i < examples.size(); i++) {
            Regressor output = examples.getExample(i).getOutput();
            // A domain that was fixed beforehand need not agree; 0 in place of a missing dimension would be a guess.
            if (!wanted.equals(Set.of(output.getNames()))) {
                throw new IllegalArgumentException("wanted an output with the dimensions " + Arrays.toString(names)
                        + ", but example " + i + " has " + Arrays.toString(output.getNames()));
            }
            for (DimensionTuple dimension : output) {
                values[info.getID(dimension)][i] = dimension.getValue();
            }
        }
        int[] rows = IntStream.range(0, names.length).toArray();
        return new OutputFits(OutputFit.independent(
                Loss.SQUARED, List.of(names), rows, values, options().tiedOutputs()));
    }

    @Override
    String modelClassName() {
        return LinearSGDModel.class.getName();
    }

    @Override
    LinearSGDModel model(
            ModelProvenance provenance,
            ImmutableFeatureMap features,
            ImmutableOutputInfo<Regressor> outputs,
            LinearParameters parameters) {
        return new StockModels().create(provenance, features, outputs, parameters);
    }

    /** Reaches the constructor of Tribuo's model, which only its own trainer may call. Nothing is trained here. */
    private static final class StockModels extends LinearSGDTrainer {

        StockModels() {
            super(new SquaredLoss(), new AdaGrad(1), 1, 1);
        }

        LinearSGDModel create(
                ModelProvenance provenance,
                ImmutableFeatureMap features,
                ImmutableOutputInfo<Regressor> outputs,
                LinearParameters parameters) {
            return createModel("regularized-linear-regression", provenance, features, outputs, parameters);
        }
    }
}
