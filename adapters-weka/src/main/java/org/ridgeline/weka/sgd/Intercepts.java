package org.ridgeline.weka.sgd;

import java.io.Serializable;

/** The intercepts of a {@link ProximalLeader}: the same as its weights, without a penalty. */
final class Intercepts implements Serializable {

    private static final long serialVersionUID = 1;

    private final double[] gradients;
    private final double[] anchors;
    private final double[] curvatures;

    Intercepts(int outputs) {
        gradients = new double[outputs];
        anchors = new double[outputs];
        curvatures = new double[outputs];
    }

    Intercepts(Intercepts other) {
        gradients = other.gradients.clone();
        anchors = other.anchors.clone();
        curvatures = other.curvatures.clone();
    }

    double value(int output, double pace) {
        double curvature = curvatures[output];
        return curvature == 0 ? 0 : (anchors[output] - gradients[output] * pace) / curvature;
    }

    void learn(int output, double pace, double gradient) {
        double before = curvatures[output];
        double after = Math.sqrt(before * before + gradient * gradient);
        anchors[output] += (after - before) * value(output, pace);
        gradients[output] += gradient;
        curvatures[output] = after;
    }

    void rise(int output, double by) {
        anchors[output] += by * curvatures[output];
    }

    /** As {@link ProximalLeader}'s, keeps the values at another pace. */
    void anchorAgain(double pace, double newPace) {
        double c = pace == 0 ? 1 : newPace / pace;
        for (int k = 0; k < anchors.length; k++) {
            anchors[k] = c * anchors[k] + (1 - c) * curvatures[k] * value(k, pace);
        }
    }

    void add(Intercepts other) {
        LeaderSums.addTo(gradients, other.gradients);
        LeaderSums.addTo(anchors, other.anchors);
        LeaderSums.addTo(curvatures, other.curvatures);
    }
}
