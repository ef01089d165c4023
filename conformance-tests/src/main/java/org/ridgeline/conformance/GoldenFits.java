package org.ridgeline.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ridgeline.Groups;
import org.ridgeline.TextForm;

/**
 * Exact fits of real data sets, against which an adapter's author checks a host: {@code
 * @ParameterizedTest @MethodSource("org.ridgeline.conformance.GoldenFits#all")}. Where data and fits come from stands in
 * the project's {@code data/README.md}.
 */
public final class GoldenFits {

    private static final String FOLDER = "/org/ridgeline/data/";

    private GoldenFits() {}

    /**
     * All fits.
     *
     * @return linear and logistic fits of two data sets with l1, l2, elastic-net and group-l2
     */
    public static List<GoldenFit> all() {
        Map<String, Table> tables = new HashMap<>();
        Table golden = Table.read("golden");
        return golden.rows.stream()
                .map(row -> fit(golden, row, tables.computeIfAbsent(row[golden.column("dataset")], Table::read)))
                .toList();
    }

    private static GoldenFit fit(Table golden, String[] row, Table data) {
        int target = data.column(row[golden.column("target")]);
        if (target != data.names.size() - 1) {
            throw new IllegalStateException("the target is the last column, but here it is column " + target);
        }
        double[][] numbers = data.rows.stream()
                .map(line ->
                        Arrays.stream(line).mapToDouble(Double::parseDouble).toArray())
                .toArray(double[][]::new);
        double lambda = Double.parseDouble(row[golden.column("lambda")]);
        String alpha = row[golden.column("alpha")];
        TextForm form = TextForm.of(row[golden.column("regularizer")]).with("lambda", lambda);
        String groups = row[golden.column("groups")];
        return new GoldenFit(
                row[golden.column("dataset")],
                List.copyOf(data.names.subList(0, target)),
                Arrays.stream(numbers).map(line -> Arrays.copyOf(line, target)).toArray(double[][]::new),
                Arrays.stream(numbers).mapToDouble(line -> line[target]).toArray(),
                row[golden.column("loss")],
                (alpha.isEmpty() ? form : form.with("alpha", Double.parseDouble(alpha))).toString(),
                lambda,
                groups.isEmpty() ? Groups.singletons(target) : Groups.strided(1, Integer.parseInt(groups), target),
                Double.parseDouble(row[golden.column("intercept")]),
                Double.parseDouble(row[golden.column("objective")]),
                Arrays.stream(row[golden.column("coefficients")].split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray());
    }

    /** A file of comma-separated values without quotes. */
    private record Table(String name, List<String> names, List<String[]> rows) {

        static Table read(String name) {
            String path = FOLDER + name + ".csv";
            try (InputStream stream = GoldenFits.class.getResourceAsStream(path)) {
                if (stream == null) {
                    throw new IllegalStateException("there is no " + path + " on the class path");
                }
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
                List<String[]> lines =
                        reader.lines().map(line -> line.split(",", -1)).toList();
                return new Table(name, List.of(lines.get(0)), lines.subList(1, lines.size()));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + path, e);
            }
        }

        int column(String column) {
            int index = names.indexOf(column);
            if (index < 0) {
                throw new IllegalStateException(name + ".csv has no column '" + column + "'; it has " + names);
            }
            return index;
        }
    }
}
