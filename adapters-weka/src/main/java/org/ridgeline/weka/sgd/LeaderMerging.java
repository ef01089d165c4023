package org.ridgeline.weka.sgd;

import java.util.Arrays;
import org.ridgeline.Groups;

/** Brings the sums of leaders to common means, deviations and rates, and adds them up. All weights are up to date before. */
final class LeaderMerging {

    private LeaderMerging() {}

    /**
     * The same model for rows that are standardised by other means and deviations.
     *
     * @param sums not changed
     * @param from by which the rows were standardised
     * @param to by which they will be
     * @param centered whether means are subtracted
     * @param more what intercepts rise by besides
     * @return a copy
     */
    static LeaderSums moved(
            LeaderSums sums, ColumnStatistics.Scale from, ColumnStatistics.Scale to, boolean centered, double more) {
        LeaderSums copy = new LeaderSums(sums);
        int outputs = sums.outputs;
        double[] ratios = new double[sums.weights.length];
        double[] rises = new double[outputs];
        Arrays.fill(ratios, 1);
        Arrays.fill(rises, more);
        for (int w = 0; w < ratios.length; w++) {
            double deviation = from.deviations()[w / outputs];
            // Where there is none, nothing has been learnt.
            if (deviation > 0) {
                ratios[w] = to.deviations()[w / outputs] / deviation;
                double shift = (to.centers()[w / outputs] - from.centers()[w / outputs]) / deviation;
                rises[w % outputs] += centered ? sums.weights[w] * shift : 0;
            }
        }
        Groups partition = Groups.labelled(sums.blockOfWeight);
        for (int block = 0; block < partition.count(); block++) {
            stretch(copy, partition, block, ratios);
        }
        for (int k = 0; k < outputs; k++) {
            copy.intercepts.rise(k, rises[k]);
        }
        return copy;
    }

    /** Multiplies weights, where they are alone; those of a larger block share a curvature, so that it is done about. */
    private static void stretch(LeaderSums sums, Groups partition, int block, double[] ratios) {
        double mean = 0;
        for (int m = partition.start(block); m < partition.start(block + 1); m++) {
            mean += ratios[partition.member(m)] / partition.size(block);
        }
        for (int m = partition.start(block); m < partition.start(block + 1); m++) {
            int w = partition.member(m);
            sums.gradients[w] /= ratios[w];
            sums.anchors[w] *= ratios[w] / mean;
            sums.weights[w] *= ratios[w];
        }
        sums.curvatures[block] /= mean;
        sums.scales[block] *= mean;
    }

    /**
     * Adds what another leader, of the same columns, has learnt from other rows. Gradients, curvatures and anchors add up: the
     * weights become averages by curvature, on which the penalty of all rows acts.
     *
     * @param sums changed
     * @param rate η of these
     * @param other changed too
     * @param otherRate η of the other
     * @param newRate η from now on
     */
    static void add(LeaderSums sums, double rate, LeaderSums other, double otherRate, double newRate) {
        double[] newScales = new double[sums.scales.length];
        Arrays.setAll(newScales, block -> Math.min(sums.scales[block], other.scales[block]));
        double allTime = sums.time + other.time;
        double newPace = allTime == 0 ? 0 : newRate / Math.sqrt((sums.norms + other.norms) / allTime);
        anchorAgain(sums, sums.pace(rate), newPace, newScales);
        anchorAgain(other, other.pace(otherRate), newPace, newScales);
        if (sums.tangents != null && other.tangents != null) {
            sums.tangents.add(sums.time, other.tangents, other.time);
        }
        sums.time = allTime;
        sums.norms += other.norms;
        LeaderSums.addTo(sums.gradients, other.gradients);
        LeaderSums.addTo(sums.anchors, other.anchors);
        LeaderSums.addTo(sums.curvatures, other.curvatures);
        sums.intercepts.add(other.intercepts);
    }

    /**
     * Keeps weights w under other rates, c times as large: with c·A + (1 − c)·h·w in place of A, (v' − w) = c·(v − w)
     * for what the proximal step is taken from, and its size is c times as large too.
     */
    private static void anchorAgain(LeaderSums sums, double pace, double newPace, double[] newScales) {
        for (int w = 0; w < sums.weights.length; w++) {
            int block = sums.blockOfWeight[w];
            double c = pace == 0 ? 1 : newPace / pace * (newScales[block] / sums.scales[block]);
            sums.anchors[w] = c * sums.anchors[w] + (1 - c) * sums.curvatures[block] * sums.weights[w];
        }
        sums.intercepts.anchorAgain(pace, newPace);
        System.arraycopy(newScales, 0, sums.scales, 0, newScales.length);
    }
}
