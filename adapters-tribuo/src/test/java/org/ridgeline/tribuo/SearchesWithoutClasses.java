package org.ridgeline.tribuo;

import org.tribuo.MutableDataset;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;

/** Runs where Tribuo's modules for classification and for several labels are missing, so that no other class of the tests is of use. */
public final class SearchesWithoutClasses {

    private SearchesWithoutClasses() {}

    /** Searches for λ of a regression; gives how many were compared. */
    public static int search() {
        RegressionFactory factory = new RegressionFactory();
        MutableDataset<Regressor> data =
                new MutableDataset<>(new SimpleDataSourceProvenance("made in a test", factory), factory);
        for (int i = 0; i < 20; i++) {
            data.add(new ArrayExample<>(new Regressor("y", i % 7), new String[] {"a", "b"}, new double[] {i, i % 3}));
        }
        LambdaSearch<Regressor> search =
                new LambdaSearch<>(new RegularizedLinearRegressionTrainer("l1")).withLambdas(1, 0.1);
        return LambdaCurve.of(search.train(data)).get("all").points().size();
    }
}
