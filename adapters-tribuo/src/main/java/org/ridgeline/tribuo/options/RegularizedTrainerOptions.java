package org.ridgeline.tribuo.options;

import com.oracle.labs.mlrg.olcut.config.ArgumentException;
import com.oracle.labs.mlrg.olcut.config.ConfigurationData;
import com.oracle.labs.mlrg.olcut.config.ConfigurationManager;
import com.oracle.labs.mlrg.olcut.config.Option;
import com.oracle.labs.mlrg.olcut.config.Options;
import com.oracle.labs.mlrg.olcut.config.PropertyException;
import com.oracle.labs.mlrg.olcut.config.property.MapProperty;
import com.oracle.labs.mlrg.olcut.config.property.Property;
import com.oracle.labs.mlrg.olcut.config.property.SimpleProperty;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ridgeline.tribuo.InstalledRegularizers;
import org.ridgeline.tribuo.RegularizedTrainer;
import org.ridgeline.tribuo.TrainingOptions;

/**
 * The options of all our trainers. There is a class for each of them, which a program with one kind of output takes; one that lets its
 * user choose the kind takes this class, once, and asks for the {@linkplain #trainer trainer}.
 *
 * <p>OLCUT splits what it reads at commas and takes a backslash for the sign that the next character is meant as it stands. Commas in a
 * regularizer are put back; a backslash, and a comma elsewhere, must have a backslash before it. On Windows it is {@code ^} instead.
 */
public class RegularizedTrainerOptions implements Options {

    private static final String COMPONENT = "trainer";

    private static final TrainingOptions STANDARD = TrainingOptions.standard();

    /** The text form of a regularizer, split at its commas, or its name if there are {@linkplain #parameters}. */
    @Option(
            longName = "ridgeline-regularizer",
            usage = "The regularizer: a text form such as elastic-net(lambda=0.1,alpha=0.5), or its name.")
    public List<String> regularizer = List.of();

    /** The parameters of the regularizer, split at commas. */
    @Option(
            longName = "ridgeline-parameters",
            usage = "The parameters of a regularizer that is given by its name. Format = NAME=VALUE,NAME=VALUE...")
    public List<String> parameters = List.of();

    /** What the penalty is added to. */
    @Option(longName = "ridgeline-loss-scale", usage = "What the penalty is added to, the mean or sum of the losses.")
    public String lossScale = STANDARD.lossScale().toString();

    /** On which scale the weights are penalised. */
    @Option(
            longName = "ridgeline-standardization",
            usage = "On which scale the weights are penalised: none, population or sample.")
    public String standardization = STANDARD.standardization().toString();

    /** How features are grouped. */
    @Option(
            longName = "ridgeline-grouping",
            usage = "The groups of a group penalty: feature, or a regular expression on the names of the features whose"
                    + " first capturing group is the group.")
    public String grouping = STANDARD.grouping().toString();

    /** The groups one by one. */
    @Option(
            longName = "ridgeline-groups",
            usage = "The groups of a group penalty one by one. Format = FEATURE=GROUP,FEATURE=GROUP...")
    public List<String> groups = List.of();

    /** Whether groups extend over all outputs. */
    @Option(
            longName = "ridgeline-tied-outputs",
            usage = "Whether the groups of a group penalty extend over all outputs.")
    public boolean tiedOutputs = STANDARD.tiedOutputs();

    /** When a fit ends. */
    @Option(
            longName = "ridgeline-tolerance",
            usage = "The certificate that ends a fit: the relative duality gap, or else the proximal residual.")
    public double tolerance = STANDARD.solver().tolerance();

    /** What the tolerance is for. */
    @Option(
            longName = "ridgeline-stopping",
            usage = "What the tolerance is for: coefficients, or objective where predictions are all that counts.")
    public String stopping = STANDARD.solver().stopping().toString();

    /** When a fit is given up. */
    @Option(longName = "ridgeline-max-iterations", usage = "The largest number of iterations of a fit.")
    public int maxIterations = STANDARD.solver().maxIterations();

    /** Where λ comes from. */
    @Option(
            longName = "ridgeline-lambda-selection",
            usage =
                    "Where lambda comes from: fixed is the regularizer's own, cv the best in cross-validation, cv-1se the"
                            + " largest within one standard error of the best.")
    public String lambdaSelection = STANDARD.lambda().rule().toString();

    /** How many λ are compared. */
    @Option(longName = "ridgeline-num-lambdas", usage = "How many lambdas a cross-validation compares.")
    public int numLambdas = STANDARD.lambda().numLambdas();

    /** The smallest λ that is compared. */
    @Option(
            longName = "ridgeline-lambda-ratio",
            usage = "The smallest lambda that a cross-validation compares as a share of the largest.")
    public double lambdaRatio = STANDARD.lambda().lambdaRatio();

    /** How many folds. */
    @Option(longName = "ridgeline-folds", usage = "The folds of a cross-validation.")
    public int folds = STANDARD.lambda().folds();

    /** What is compared. */
    @Option(
            longName = "ridgeline-measure",
            usage = "What a cross-validation compares: loss, error-rate, absolute-error or squared-error.")
    public String measure = STANDARD.lambda().measure().toString();

    /** How many folds at a time. */
    @Option(longName = "ridgeline-threads", usage = "How many folds of a cross-validation are fitted at a time.")
    public int threads = STANDARD.lambda().threads();

    /** How many examples an adaptive regularizer is validated on. */
    @Option(
            longName = "ridgeline-validation-share",
            usage = "The share of the examples that an adaptive regularizer is validated on.")
    public double validationShare = STANDARD.holdOut().share();

    /** Which examples those are, and which fold an example is in. */
    @Option(
            longName = "ridgeline-seed",
            usage = "Chooses the examples that an adaptive regularizer is validated on, and the folds of a"
                    + " cross-validation.")
    public long seed = STANDARD.holdOut().seed();

    @Override
    public String getOptionsDescription() {
        return "Options for exact training with any regularizer.";
    }

    /**
     * Makes a trainer, as a configuration file with these properties would.
     *
     * @param type the class of one of our trainers
     * @param <C> the type of the trainer
     * @return a new trainer
     * @throws ArgumentException if a value is wrong: of which option, what was found and what there is to choose from
     * @throws PropertyException if there can be no trainer of the class, as it is abstract
     */
    public <C extends RegularizedTrainer<?, ?>> C trainer(Class<C> type) {
        try (ConfigurationManager manager = new ConfigurationManager()) {
            manager.addConfiguration(new ConfigurationData(COMPONENT, type.getName(), properties()));
            return type.cast(manager.lookup(COMPONENT));
        } catch (PropertyException e) {
            if (e.getProperty() == null) {
                // It is the class that is wrong, and no option.
                throw e;
            }
            throw new ArgumentException(e, optionOf(e.getProperty()), e.getMsg());
        }
    }

    private Map<String, Property> properties() {
        Map<String, Object> values = Map.ofEntries(
                Map.entry("regularizer", textForm()),
                Map.entry("lossScale", lossScale),
                Map.entry("standardization", standardization),
                Map.entry("grouping", grouping),
                Map.entry("tiedOutputs", tiedOutputs),
                Map.entry("tolerance", tolerance),
                Map.entry("stopping", stopping),
                Map.entry("maxIterations", maxIterations),
                Map.entry("lambdaSelection", lambdaSelection),
                Map.entry("numLambdas", numLambdas),
                Map.entry("lambdaRatio", lambdaRatio),
                Map.entry("folds", folds),
                Map.entry("measure", measure),
                Map.entry("threads", threads),
                Map.entry("validationShare", validationShare),
                Map.entry("seed", seed));
        Map<String, Property> properties = new HashMap<>();
        values.forEach((property, value) -> properties.put(property, new SimpleProperty(value.toString())));
        properties.put("groups", MapProperty.createFromStringMap(groupOfFeature()));
        return properties;
    }

    private String textForm() {
        String text = String.join(",", regularizer);
        if (text.isBlank()) {
            throw new ArgumentException(
                    optionOf("regularizer"),
                    "wanted a regularizer, but found none; there are "
                            + String.join(", ", InstalledRegularizers.load().names()));
        }
        if (parameters.isEmpty()) {
            return text;
        }
        String values = String.join(",", parameters);
        if (text.contains("(")) {
            throw new ArgumentException(
                    optionOf("regularizer"),
                    optionOf("parameters"),
                    "wanted the name of a regularizer alone beside the parameters '" + values
                            + "', or a text form and no parameters, but found '" + text + "'");
        }
        return text + "(" + values + ")";
    }

    private Map<String, String> groupOfFeature() {
        Map<String, String> groupOfFeature = new HashMap<>();
        for (String pair : groups) {
            // The name of a feature may hold the sign, too.
            int equals = pair.lastIndexOf('=');
            if (equals < 1) {
                throw new ArgumentException(optionOf("groups"), "wanted FEATURE=GROUP, but found '" + pair + "'");
            }
            String feature = pair.substring(0, equals);
            String group = pair.substring(equals + 1);
            String other = groupOfFeature.putIfAbsent(feature, group);
            if (other != null) {
                throw new ArgumentException(
                        optionOf("groups"),
                        "wanted one group of '" + feature + "', but found '" + other + "' and '" + group + "'");
            }
        }
        return groupOfFeature;
    }

    /** The option that sets a property: its field has the name of the property. */
    private static String optionOf(String property) {
        try {
            return RegularizedTrainerOptions.class
                    .getField(property)
                    .getAnnotation(Option.class)
                    .longName();
        } catch (NoSuchFieldException e) {
            throw new IllegalArgumentException("there is no option for the property '" + property + "'", e);
        }
    }
}
