package org.ridgeline.dl4j;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.shade.jackson.annotation.JsonAutoDetect;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.ridgeline.Regularizer;
import org.ridgeline.Regularizers;

/**
 * A Ridgeline penalty in the configuration of a layer. {@link Ridgeline} installs it: there is one for each layer, as it
 * holds the groups of that layer's parameters.
 *
 * <p>JSON, YAML, model files, {@code clone()} and Java serialisation keep its text form, mode, groups and current λ.
 */
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.NONE,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
public final class PenaltyRegularization implements Regularization {

    private static final long serialVersionUID = 1;

    private transient volatile Regularizer regularizer;

    /** How the penalty takes part in a training step. */
    @JsonProperty
    private final Mode mode;

    /** The proximal step per learning rate. */
    @JsonProperty
    private final double stepScale;

    /** The groups of each parameter that the layer lets be regularized. */
    @JsonProperty
    private final List<ParameterGroups> parameters;

    PenaltyRegularization(Regularizer regularizer, Mode mode, double stepScale, List<ParameterGroups> parameters) {
        this.regularizer = regularizer;
        this.mode = mode;
        this.stepScale = stepScale;
        this.parameters = List.copyOf(parameters);
    }

    @JsonCreator
    static PenaltyRegularization read(
            @JsonProperty(value = "regularizer", required = true) String text,
            @JsonProperty(value = "mode", required = true) Mode mode,
            @JsonProperty(value = "stepScale", required = true) double stepScale,
            @JsonProperty(value = "parameters", required = true) List<ParameterGroups> parameters) {
        return new PenaltyRegularization(parse(text), mode, stepScale, parameters);
    }

    /** Reads a text form with the regularizers that this library and the thread's context class loader can see. */
    static Regularizer parse(String text) {
        ClassLoader own = PenaltyRegularization.class.getClassLoader();
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return (context == null ? Regularizers.load(own) : Regularizers.load(own, context)).parse(text);
    }

    /**
     * The penalty, with the λ that holds now.
     *
     * @return the regularizer
     */
    public Regularizer regularizer() {
        return regularizer;
    }

    /**
     * The text form of the penalty, with the λ that holds now.
     *
     * @return the text form
     */
    @JsonProperty("regularizer")
    public String text() {
        return regularizer.toString();
    }

    /**
     * How the penalty takes part in a training step.
     *
     * @return the mode
     */
    public Mode mode() {
        return mode;
    }

    /** Changes the penalty between two epochs. */
    void regularizer(Regularizer next) {
        regularizer = next;
    }

    /** Whether λ is still to be moved by a listener. */
    boolean adaptive() {
        return !regularizer.train().settled();
    }

    @Override
    public ApplyStep applyStep() {
        return mode == Mode.PROXIMAL ? ApplyStep.POST_UPDATER : ApplyStep.BEFORE_UPDATER;
    }

    /**
     * Changes the gradient (gradient mode) or the updater's change (proximal mode) of one parameter.
     *
     * @throws IllegalStateException if the penalty was not installed for a parameter of this size, or is adaptive and
     *     nothing moves its λ
     */
    @Override
    public void apply(INDArray param, INDArray gradView, double lr, int iteration, int epoch) {
        Regularizer current = regularizer;
        if (adaptive()) {
            throw new IllegalStateException(current + " needs a listener with validation data to move its lambda:"
                    + " call AdaptiveLambda.attach(network, validationData) before training");
        }
        ParameterGroups groups = groupsOf(param);
        if (!groups.penalised()) {
            return;
        }
        FlatArray parameter = FlatArray.of(param);
        FlatArray gradient = FlatArray.of(gradView);
        if (mode == Mode.PROXIMAL) {
            Kernel.proximalUpdate(current, groups, lr * stepScale, parameter, gradient);
        } else {
            Kernel.addGradient(current, groups, parameter, gradient);
        }
    }

    /**
     * R of one parameter.
     *
     * @throws IllegalStateException if the penalty was not installed for a parameter of this size
     */
    @Override
    public double score(INDArray param, int iteration, int epoch) {
        ParameterGroups groups = groupsOf(param);
        return groups.penalised() ? Kernel.penalty(regularizer, groups, FlatArray.of(param)) : 0;
    }

    /** A layer's parameters share one list of regularizations, and nothing but the size tells which one this is. */
    private ParameterGroups groupsOf(INDArray param) {
        for (ParameterGroups groups : parameters) {
            if (groups.size() == param.length()) {
                return groups;
            }
        }
        throw new IllegalStateException(
                "this penalty was installed for " + names() + ", but the layer has a parameter of " + param.length()
                        + " weights: install it again on the changed network");
    }

    private String names() {
        return parameters.stream().map(ParameterGroups::toString).collect(Collectors.joining(" and "));
    }

    @Override
    @SuppressWarnings("MissingSuperCall")
    public PenaltyRegularization clone() {
        return new PenaltyRegularization(regularizer, mode, stepScale, parameters);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PenaltyRegularization that
                && regularizer.equals(that.regularizer)
                && mode == that.mode
                && stepScale == that.stepScale
                && parameters.equals(that.parameters);
    }

    @Override
    public int hashCode() {
        return Objects.hash(regularizer, mode, stepScale, parameters);
    }

    @Override
    public String toString() {
        return regularizer + " on " + names() + " (" + mode + ")";
    }

    /**
     * Writes the text form after the other fields.
     *
     * @param out the stream
     * @throws IOException if it cannot be written to
     */
    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        out.writeUTF(text());
    }

    /**
     * Makes the regularizer from its text form again.
     *
     * @param in the stream
     * @throws IOException if it cannot be read from
     * @throws ClassNotFoundException if a class is missing
     */
    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        regularizer = parse(in.readUTF());
    }
}
