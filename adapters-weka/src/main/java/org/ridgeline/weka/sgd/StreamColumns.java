package org.ridgeline.weka.sgd;

import java.io.Serializable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ridgeline.Groups;
import org.ridgeline.solvers.Standardization;
import org.ridgeline.weka.DummyCoding;
import org.ridgeline.weka.Imputation;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SparseInstance;

/**
 * The columns that instances are turned into, divided by their deviations so far. They are also centred, unless the first
 * instance is sparse: centred columns would make all others dense.
 */
final class StreamColumns implements Serializable {

    private static final long serialVersionUID = 1;

    /** The attributes. */
    private final Instances header;
    /** Where the columns of an instance are. */
    private final Layout layout;
    /** The names of the columns. */
    private final DummyCoding coding;
    /** By which columns are standardised. */
    private final ColumnStatistics statistics;
    /** Null before the first instance. */
    private @Nullable Boolean centered;

    StreamColumns(Instances header, Standardization standardization, Imputation imputation) {
        this.header = new Instances(header, 0);
        layout = new Layout(header);
        coding = DummyCoding.of(this.header, imputation);
        statistics = new ColumnStatistics(layout, standardization, imputation);
    }

    DummyCoding coding() {
        return coding;
    }

    /** Those of a pattern, or of attributes if it is empty. */
    Groups groups(String pattern) {
        return pattern.isEmpty() ? coding.groupsByAttribute() : coding.groupsByName(Pattern.compile(pattern));
    }

    void requireHeader(Instances data) {
        if (!header.equalHeaders(data)) {
            throw new IllegalArgumentException("wanted the attributes of the model, but found others: "
                    + header.equalHeadersMsg(data).strip());
        }
    }

    private boolean isCentered() {
        return centered == null || centered;
    }

    /** Whether there has been an instance. */
    boolean isKnown() {
        return centered != null;
    }

    /** A row for any number of instances. */
    Row row() {
        return new Row(layout.columns());
    }

    /** Takes an instance into the statistics. Its columns are then in the row, not standardised yet. */
    void observe(Instance instance, Row row, double weight) {
        boolean center = centered == null ? !(instance instanceof SparseInstance) : centered;
        layout.read(instance, row, center);
        centered = center;
        if (weight > 0) {
            statistics.add(row, weight);
        }
    }

    void standardize(Row row) {
        statistics.standardize(row);
    }

    /** Reads the standardised columns of an instance. */
    void read(Instance instance, Row row) {
        layout.read(instance, row, isCentered());
        statistics.standardize(row);
    }

    /** The standardised columns of an instance, in no more room than they need. */
    Row read(Instance instance) {
        Row row = new Row(layout.capacity(instance, isCentered()));
        read(instance, row);
        return row;
    }

    /** Computes the means and deviations of all columns, so that reading is cheap, and safe for several threads. */
    ColumnStatistics.Scale scale() {
        return statistics.scale();
    }

    /** Turns coefficients of standardised columns into those in the attributes' own units. */
    void toOwnUnits(double[] coefficients) {
        double[] deviations = scale().deviations();
        for (int j = 0; j < coefficients.length; j++) {
            coefficients[j] = coefficients[j] == 0 ? 0 : coefficients[j] / deviations[j];
        }
    }

    /** What the intercept of centred columns has more than that in the attributes' own units. */
    double shift(double[] coefficients) {
        double shift = 0;
        double[] centers = scale().centers();
        for (int j = 0; isCentered() && j < coefficients.length; j++) {
            shift += coefficients[j] * centers[j];
        }
        return shift;
    }

    /** Checks that the rows of others can be added. */
    void requireLike(StreamColumns other) {
        requireHeader(other.header);
        if (isKnown() && other.isKnown() && isCentered() != other.isCentered()) {
            throw new IllegalArgumentException("a model of sparse instances cannot be merged with one of dense ones");
        }
    }

    /** Takes in the rows of others, of which there are some. */
    void add(StreamColumns other) {
        centered = other.centered;
        statistics.add(other.statistics);
    }

    /** The leader of rows that were standardised by another scale, for rows of these columns. */
    ProximalLeader moved(ProximalLeader leader, ColumnStatistics.Scale from, double more) {
        return leader.moved(from, scale(), isCentered(), more);
    }
}
