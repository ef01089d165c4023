package org.ridgeline.weka.plot;

/** Pushes labels apart that would lie on one another. */
final class Spread {

    private Spread() {}

    /**
     * The places nearest to wanted ones, in the sense of least squares, with a gap between neighbours. Without the gaps that is
     * a regression on ascending numbers, which pooling neighbours that are out of order solves (Ayer et al., "An empirical
     * distribution function for sampling with incomplete information", Ann. Math. Stat. 26, 1955).
     *
     * @param wanted places in ascending order
     * @param gap the smallest distance of neighbours
     * @param from the lowest place there is
     * @param to the highest; with room for all gaps between
     */
    static double[] apart(double[] wanted, double gap, double from, double to) {
        int n = wanted.length;
        double[] mean = new double[n];
        int[] size = new int[n];
        int pools = 0;
        for (int i = 0; i < n; i++) {
            mean[pools] = wanted[i] - i * gap;
            size[pools] = 1;
            while (pools > 0 && mean[pools - 1] > mean[pools]) {
                int both = size[pools - 1] + size[pools];
                mean[pools - 1] = (mean[pools - 1] * size[pools - 1] + mean[pools] * size[pools]) / both;
                size[pools - 1] = both;
                pools--;
            }
            pools++;
        }
        double[] places = new double[n];
        int i = 0;
        for (int pool = 0; pool < pools; pool++) {
            for (int k = 0; k < size[pool]; k++, i++) {
                places[i] = Math.max(from, Math.min(to - (n - 1) * gap, mean[pool])) + i * gap;
            }
        }
        return places;
    }
}
