package org.ridgeline.tribuo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.ridgeline.solvers.Features;
import org.ridgeline.solvers.PathFit;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.Output;
import org.tribuo.Prediction;
import org.tribuo.impl.ArrayExample;

/**
 * What the models of a path predict of the same examples. A model of Tribuo looks up every feature of every example by its name, for each λ
 * again; here that is done once. The scores of a λ then go through a stock model whose features they are, so that they become predictions
 * as they do in the models themselves.
 */
final class PathPredictions<T extends Output<T>> {

    private final Collection<PathFit> fits;
    private final Model<T> ofScores;
    private final String[] scores;
    private final List<Example<T>> examples;
    private final Features columns;

    /**
     * Reads the examples.
     *
     * @param fits one or more paths, each of one or more outputs
     * @param ofScores a model of scores
     * @param scores how these are called there, in the order of the paths and their outputs
     * @param examples of the same domain as those that were fitted
     */
    PathPredictions(Collection<PathFit> fits, Model<T> ofScores, String[] scores, Dataset<T> examples) {
        this.fits = fits;
        this.ofScores = ofScores;
        this.scores = scores;
        this.examples = IntStream.range(0, examples.size())
                .mapToObj(examples::getExample)
                .toList();
        this.columns = FeatureColumns.of(examples, examples.getFeatureIDMap());
    }

    /** The predictions of a λ. */
    List<Prediction<T>> of(int k) {
        int n = examples.size();
        double[][] values = new double[n][scores.length];
        int score = 0;
        for (PathFit fit : fits) {
            double[] found = fit.fit(k).scores(columns);
            for (int at = 0; at < found.length; at++) {
                values[at % n][score + at / n] = found[at];
            }
            score += found.length / n;
        }
        List<Prediction<T>> predictions = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            predictions.add(
                    ofScores.predict(new ArrayExample<>(examples.get(i).getOutput(), scores.clone(), values[i])));
        }
        return predictions;
    }
}
