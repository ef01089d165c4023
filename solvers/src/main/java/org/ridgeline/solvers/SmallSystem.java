package org.ridgeline.solvers;

/** Systems of a few linear equations. */
final class SmallSystem {

    private SmallSystem() {}

    /**
     * Solves a positive definite system by elimination.
     *
     * @param matrix overwritten
     * @param right overwritten with the solution
     * @return false if the matrix is not positive definite to rounding
     */
    static boolean solve(double[][] matrix, double[] right) {
        int k = right.length;
        for (int a = 0; a < k; a++) {
            if (!(matrix[a][a] > 0)) {
                return false;
            }
            for (int b = a + 1; b < k; b++) {
                double factor = matrix[b][a] / matrix[a][a];
                for (int c = a; c < k; c++) {
                    matrix[b][c] -= factor * matrix[a][c];
                }
                right[b] -= factor * right[a];
            }
        }
        for (int a = k - 1; a >= 0; a--) {
            for (int c = a + 1; c < k; c++) {
                right[a] -= matrix[a][c] * right[c];
            }
            right[a] /= matrix[a][a];
        }
        return Double.isFinite(right[0]);
    }
}
