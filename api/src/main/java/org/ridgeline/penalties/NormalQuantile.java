package org.ridgeline.penalties;

/**
 * The quantile of the standard normal distribution, right to about 1e-16: a rational function of each of three ranges.
 *
 * <p>Source: Wichura, "Algorithm AS 241: the percentage points of the normal distribution", Appl. Stat. 37 (1988).
 */
final class NormalQuantile {

    /** Coefficients of numerators and denominators, from the constant to the seventh power. */
    private static final double[] MIDDLE = {
        3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946,
        45921.95393154987, 67265.7709270087, 33430.57558358813, 2509.0809287301227
    };

    private static final double[] UNDER_MIDDLE = {
        1,
        42.31333070160091,
        687.1870074920579,
        5394.196021424751,
        21213.794301586597,
        39307.89580009271,
        28729.085735721943,
        5226.495278852854
    };

    private static final double[] TAIL = {
        1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045,
        1.2704582524523684, 0.2417807251774506, 0.022723844989269184, 0.0007745450142783414
    };

    private static final double[] UNDER_TAIL = {
        1,
        2.053191626637759,
        1.6763848301838038,
        0.6897673349851,
        0.14810397642748008,
        0.015198666563616457,
        0.0005475938084995345,
        1.0507500716444169e-9
    };

    private static final double[] FAR = {
        6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487,
        0.026532189526576124, 0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7
    };

    private static final double[] UNDER_FAR = {
        1,
        0.599832206555888,
        0.1369298809227358,
        0.014875361290850615,
        0.0007868691311456133,
        1.8463183175100548e-5,
        1.421511758316446e-7,
        2.0442631033899397e-15
    };

    private NormalQuantile() {}

    /**
     * Φ⁻¹(1 − tail), with the same bits on every machine.
     *
     * @param tail in (0, ½], not subnormal
     */
    static double upper(double tail) {
        double fromMiddle = 0.5 - tail;
        if (fromMiddle <= 0.425) {
            double r = 0.180625 - fromMiddle * fromMiddle;
            return fromMiddle * polynomial(MIDDLE, r) / polynomial(UNDER_MIDDLE, r);
        }
        double r = Math.sqrt(-StrictMath.log(tail));
        return r <= 5
                ? polynomial(TAIL, r - 1.6) / polynomial(UNDER_TAIL, r - 1.6)
                : polynomial(FAR, r - 5) / polynomial(UNDER_FAR, r - 5);
    }

    private static double polynomial(double[] coefficients, double x) {
        double sum = 0;
        for (int k = coefficients.length - 1; k >= 0; k--) {
            sum = sum * x + coefficients[k];
        }
        return sum;
    }
}
