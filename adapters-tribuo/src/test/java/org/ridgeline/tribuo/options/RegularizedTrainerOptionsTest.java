package org.ridgeline.tribuo.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.oracle.labs.mlrg.olcut.config.ArgumentException;
import com.oracle.labs.mlrg.olcut.config.Config;
import com.oracle.labs.mlrg.olcut.config.ConfigurationManager;
import com.oracle.labs.mlrg.olcut.config.Option;
import com.oracle.labs.mlrg.olcut.config.Options;
import com.oracle.labs.mlrg.olcut.config.PropertyException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ridgeline.solvers.HoldOut;
import org.ridgeline.solvers.LossScale;
import org.ridgeline.solvers.Measures;
import org.ridgeline.solvers.Solver;
import org.ridgeline.solvers.Standardization;
import org.ridgeline.solvers.Stopping;
import org.ridgeline.tribuo.FeatureGrouping;
import org.ridgeline.tribuo.InstalledRegularizers;
import org.ridgeline.tribuo.LambdaSelection;
import org.ridgeline.tribuo.RegularizedLinearRegressionTrainer;
import org.ridgeline.tribuo.RegularizedLogisticTrainer;
import org.ridgeline.tribuo.RegularizedMultiLabelTrainer;
import org.ridgeline.tribuo.RegularizedTrainer;
import org.ridgeline.tribuo.TrainingOptions;
import org.tribuo.classification.ensemble.ClassificationEnsembleOptions;
import org.tribuo.classification.sgd.linear.LinearSGDOptions;
import org.tribuo.data.DataOptions;
import org.tribuo.hash.HashingOptions;

class RegularizedTrainerOptionsTest {

    private static RegularizedLogisticTrainer trainer(String... arguments) {
        return read(arguments).getTrainer();
    }

    private static RegularizedLogisticOptions read(String... arguments) {
        RegularizedLogisticOptions options = new RegularizedLogisticOptions();
        try (ConfigurationManager manager = new ConfigurationManager(arguments, options)) {
            assertThat(manager.getUnnamedArguments()).isEmpty();
        }
        return options;
    }

    @Test
    void everyPropertyOfATrainerHasAnOptionOfItsName() {
        Map<String, Field> options = fields(RegularizedTrainerOptions.class, Option.class);
        assertThat(options.keySet())
                .isEqualTo(fields(RegularizedTrainer.class, Config.class).keySet());
        options.forEach((property, field) -> assertThat(
                        field.getAnnotation(Option.class).longName())
                .isEqualTo("ridgeline-" + property.replaceAll("[A-Z]", "-$0").toLowerCase(Locale.ROOT)));
    }

    private static Map<String, Field> fields(Class<?> type, Class<? extends Annotation> annotation) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(annotation))
                .collect(Collectors.toMap(Field::getName, field -> field));
    }

    @Test
    void everyOptionIsRead() throws Exception {
        RegularizedLogisticOptions options = read(
                "--ridgeline-regularizer", "elastic-net",
                "--ridgeline-parameters", "lambda=0.25,alpha=0.75",
                "--ridgeline-loss-scale", "sum",
                "--ridgeline-standardization", "sample",
                "--ridgeline-grouping", "^(.)",
                "--ridgeline-groups", "a@1=first,a@2=first,b=1=second",
                "--ridgeline-tied-outputs", "true",
                "--ridgeline-tolerance", "1e-5",
                "--ridgeline-stopping", "objective",
                "--ridgeline-max-iterations", "77",
                "--ridgeline-lambda-selection", "cv-1se",
                "--ridgeline-num-lambdas", "20",
                "--ridgeline-lambda-ratio", "0.01",
                "--ridgeline-folds", "3",
                "--ridgeline-measure", "error-rate",
                "--ridgeline-threads", "2",
                "--ridgeline-validation-share", "0.3",
                "--ridgeline-seed", "42");
        RegularizedLogisticOptions standard = new RegularizedLogisticOptions();
        for (Field field : fields(RegularizedTrainerOptions.class, Option.class).values()) {
            assertThat(field.get(options)).as(field.getName()).isNotEqualTo(field.get(standard));
        }
        TrainingOptions wanted = new TrainingOptions(
                LossScale.SUM,
                Standardization.SAMPLE,
                FeatureGrouping.of(Map.of("a@1", "first", "a@2", "first", "b=1", "second")),
                true,
                new Solver(1e-5, 77, Stopping.OBJECTIVE),
                new HoldOut(0.3, 42),
                new LambdaSelection(LambdaSelection.Rule.CV_1SE, 20, 0.01, 3, Measures.ERROR_RATE, 2));
        options.grouping = standard.grouping;
        assertThat(options.getTrainer().regularizer()).hasToString("elastic-net(lambda=0.25,alpha=0.75)");
        assertThat(options.getTrainer().options()).isEqualTo(wanted);
        options.grouping = "^(.)";
        options.groups = List.of();
        assertThat(options.getTrainer().options()).isEqualTo(wanted.withGrouping("^(.)"));
    }

    @Test
    void theDefaultsAreThoseOfTheCode() {
        assertThat(trainer("--ridgeline-regularizer", "l1"))
                .hasToString(new RegularizedLogisticTrainer("l1").toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "elastic-net(lambda=0.1,alpha=0.5)||elastic-net(lambda=0.1,alpha=0.5)",
                "elastic-net( alpha = 0.5, lambda = 0.1 )||elastic-net(lambda=0.1,alpha=0.5)",
                "elastic-net(lambda=0.1\\,alpha=0.5)||elastic-net(lambda=0.1,alpha=0.5)",
                "elastic-net|alpha=0.5|elastic-net(lambda=1,alpha=0.5)",
                "adaptive|base=elastic-net(lambda=2,alpha=0.5),decay=0.8|adaptive(base=elastic-net(lambda=2,alpha=0.5),decay=0.8)"
            })
    void aRegularizerIsATextFormOrANameAndParameters(String text, String parameters, String wanted) {
        String[] named = {"--ridgeline-regularizer", text, "--ridgeline-parameters", parameters};
        assertThat(trainer(parameters == null ? Arrays.copyOf(named, 2) : named).regularizer())
                .isEqualTo(InstalledRegularizers.parse(wanted));
    }

    @Test
    void everyKindOfTrainerHasItsOptions() {
        RegularizedLinearRegressionOptions regression = new RegularizedLinearRegressionOptions();
        RegularizedMultiLabelOptions labels = new RegularizedMultiLabelOptions();
        regression.regularizer = List.of("l2(lambda=3)");
        labels.regularizer = List.of("l1(lambda=3)");
        assertThat(regression.getTrainer())
                .hasToString(new RegularizedLinearRegressionTrainer("l2(lambda=3)").toString());
        assertThat(labels.getTrainer()).hasToString(new RegularizedMultiLabelTrainer("l1(lambda=3)").toString());
    }

    /** Two classes of options whose names clash cannot be used together. */
    public static final class WithTribuosOwn implements Options {
        /** For data. */
        public DataOptions data;
        /** For another linear classifier. */
        public LinearSGDOptions stochastic;
        /** For ensembles. */
        public ClassificationEnsembleOptions ensemble;
        /** For hashed names. */
        public HashingOptions hashing;
        /** For all our trainers. */
        public RegularizedTrainerOptions ours;
    }

    @Test
    void noNameIsOneOfTribuosOwnOptions() {
        WithTribuosOwn options = new WithTribuosOwn();
        String[] arguments = {"--ridgeline-regularizer", "l1(lambda=2)", "--seed", "3", "--sgd-seed", "4"};
        try (ConfigurationManager manager = new ConfigurationManager(arguments, options)) {
            assertThat(options.data.seed).isEqualTo(3);
            assertThat(options.stochastic.sgdSeed).isEqualTo(4);
            assertThat(options.ours.trainer(RegularizedLogisticTrainer.class).regularizer())
                    .hasToString("l1(lambda=2)");
            assertThat(options.ours.trainer(RegularizedLinearRegressionTrainer.class))
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "loss-scale, median, 'mean, sum'",
        "standardization, robust, 'none, population, sample'",
        "grouping, ^x, 'no capturing group'",
        "groups, first, 'wanted FEATURE=GROUP'",
        "groups, 'a=1,a=2', 'wanted one group of ''a'', but found ''1'' and ''2'''",
        "tolerance, 0, '> 0'",
        "stopping, gradient, 'objective, coefficients'",
        "max-iterations, 0, '>= 1'",
        "validation-share, 1, '(0, 1)'",
        "lambda-selection, aic, 'fixed, cv, cv-1se'",
        "num-lambdas, 1, 'at least 2 lambdas'",
        "lambda-ratio, 1, '(0, 1)'",
        "folds, 1, 'at least 2 folds'",
        "measure, auc, 'loss, error-rate, absolute-error, squared-error'",
        "threads, 0, 'at least 1 thread'",
        "threads, two, 'two is not an integer'",
        "parameters, gamma=1, gamma",
        "regularizer, lasso, 'l1, l2'",
        "regularizer, '', 'wanted a regularizer, but found none; there are adaptive, elastic-net'",
    })
    void aWrongValueIsNamedWithItsOptionAndWhatThereIsToChooseFrom(String option, String value, String choice) {
        String[] arguments = option.equals("regularizer")
                ? new String[] {"--ridgeline-regularizer", value}
                : new String[] {"--ridgeline-regularizer", "l1", "--ridgeline-" + option, value};
        String named = option.equals("parameters") ? "regularizer" : option;
        assertThatThrownBy(() -> trainer(arguments))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("ridgeline-" + named)
                .hasMessageContaining(choice);
    }

    @Test
    void optionsThatContradictEachOtherAreAnError() {
        assertThatThrownBy(
                        () -> trainer("--ridgeline-regularizer", "l1(lambda=1)", "--ridgeline-parameters", "lambda=2"))
                .isInstanceOf(ArgumentException.class)
                .hasMessage(
                        "Argument: ridgeline-regularizer, Other argument: ridgeline-parameters, wanted the name of a"
                                + " regularizer alone beside the parameters 'lambda=2', or a text form and no parameters, but"
                                + " found 'l1(lambda=1)'");
        assertThatThrownBy(() -> trainer(
                        "--ridgeline-regularizer",
                        "l1",
                        "--ridgeline-groups",
                        "a=1",
                        "--ridgeline-grouping",
                        "feature"))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("ridgeline-grouping")
                .hasMessageContaining("where 'groups' says the groups one by one");
        assertThatThrownBy(() -> trainer("--ridgeline-regularizer", "adaptive", "--ridgeline-lambda-selection", "cv"))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("ridgeline-lambda-selection")
                .hasMessageContaining("finds lambda itself");
    }

    @Test
    void anAbstractTrainerIsNoFaultOfAnOption() {
        RegularizedTrainerOptions options = new RegularizedTrainerOptions();
        options.regularizer = List.of("l1");
        assertThatThrownBy(() -> options.trainer(RegularizedTrainer.class))
                .isInstanceOf(PropertyException.class)
                .hasMessageContaining("Can't instantiate class");
    }
}
