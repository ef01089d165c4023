package org.ridgeline.tribuo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.classification.Label;
import org.tribuo.common.sgd.AbstractLinearSGDModel;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.multilabel.MultiLabel;
import org.tribuo.regression.Regressor;

/**
 * The linear function f(x) = intercept + Σ weightⱼ xⱼ of one output of a linear Tribuo model, by the names of the features.
 *
 * @param intercept f at x = 0
 * @param weights for each feature its weight, in the order of Tribuo's feature ids; not modifiable
 */
public record LinearCoefficients(double intercept, Map<String, Double> weights) {

    /**
     * Copies the weights.
     *
     * @param intercept f at x = 0
     * @param weights for each feature its weight
     */
    public LinearCoefficients {
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    }

    /**
     * The prediction of a regression with one dimension.
     *
     * @param model any linear model of regression
     * @return its coefficients
     * @throws IllegalArgumentException if the model has several dimensions
     */
    public static LinearCoefficients ofRegression(AbstractLinearSGDModel<Regressor> model) {
        List<String> dimensions = dimensions(model);
        if (dimensions.size() != 1) {
            throw new IllegalArgumentException("wanted a regression with one dimension, but this one has " + dimensions
                    + "; name the one that is meant");
        }
        return row(model, 0);
    }

    /**
     * The prediction of one dimension of a regression.
     *
     * @param model any linear model of regression
     * @param dimension the name of a dimension
     * @return its coefficients
     * @throws IllegalArgumentException if there is no such dimension
     */
    public static LinearCoefficients ofRegression(AbstractLinearSGDModel<Regressor> model, String dimension) {
        List<String> dimensions = dimensions(model);
        int row = dimensions.indexOf(dimension);
        if (row < 0) {
            throw new IllegalArgumentException("there is no dimension '" + dimension + "'; there are " + dimensions);
        }
        return row(model, row);
    }

    /**
     * The log-odds of the class that sorts last against the other.
     *
     * @param model any linear model of two classes whose scores are normalised with the softmax
     * @return the coefficients of the log-odds
     * @throws IllegalArgumentException if there are not two classes
     */
    public static LinearCoefficients ofTwoClasses(AbstractLinearSGDModel<Label> model) {
        List<String> labels = model.getOutputIDInfo().getDomain().stream()
                .map(Label::getLabel)
                .sorted()
                .toList();
        if (labels.size() != 2) {
            throw new IllegalArgumentException("wanted two classes, but there are " + labels.size() + ": " + labels
                    + "; name the one that is meant");
        }
        LinearCoefficients other = ofClass(model, labels.get(0));
        LinearCoefficients last = ofClass(model, labels.get(1));
        Map<String, Double> weights = new LinkedHashMap<>();
        last.weights.forEach((name, weight) -> weights.put(name, weight - other.weights.getOrDefault(name, 0.0)));
        return new LinearCoefficients(last.intercept - other.intercept, weights);
    }

    /**
     * The score of one class, before scores become probabilities.
     *
     * @param model any linear model of classes
     * @param label the label of a class
     * @return its coefficients
     * @throws IllegalArgumentException if there is no such class
     */
    public static LinearCoefficients ofClass(AbstractLinearSGDModel<Label> model, String label) {
        int row = model.getOutputIDInfo().getID(new Label(label));
        if (row < 0) {
            throw new IllegalArgumentException("there is no class '" + label + "'; there are "
                    + model.getOutputIDInfo().getDomain().stream()
                            .map(Label::getLabel)
                            .sorted()
                            .toList());
        }
        return row(model, row);
    }

    /**
     * The log-odds of one of several labels.
     *
     * @param model any linear model of labels whose scores are normalised with the logistic function
     * @param label a label
     * @return its coefficients
     * @throws IllegalArgumentException if there is no such label
     */
    public static LinearCoefficients ofLabel(AbstractLinearSGDModel<MultiLabel> model, String label) {
        int row = model.getOutputIDInfo().getID(new MultiLabel(label));
        if (row < 0) {
            throw new IllegalArgumentException("there is no label '" + label + "'; there are "
                    + model.getOutputIDInfo().getDomain().stream()
                            .map(MultiLabel::getLabelString)
                            .sorted()
                            .toList());
        }
        return row(model, row);
    }

    private static List<String> dimensions(AbstractLinearSGDModel<Regressor> model) {
        ImmutableOutputInfo<Regressor> info = model.getOutputIDInfo();
        List<String> names = new ArrayList<>(Collections.nCopies(info.size(), ""));
        for (Regressor dimension : info.getDomain()) {
            names.set(info.getID(dimension), dimension.getNames()[0]);
        }
        return names;
    }

    private static LinearCoefficients row(AbstractLinearSGDModel<?> model, int row) {
        DenseMatrix matrix = model.getWeightsCopy();
        ImmutableFeatureMap features = model.getFeatureIDMap();
        Map<String, Double> weights = new LinkedHashMap<>();
        for (int j = 0; j < features.size(); j++) {
            weights.put(features.get(j).getName(), matrix.get(row, j));
        }
        return new LinearCoefficients(matrix.get(row, features.size()), weights);
    }
}
