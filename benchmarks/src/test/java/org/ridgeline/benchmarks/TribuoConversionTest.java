package org.ridgeline.benchmarks;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.oracle.labs.mlrg.olcut.config.PropertyException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ridgeline.penalties.ElasticNet;
import org.ridgeline.solvers.Loss;
import org.ridgeline.solvers.Standardization;
import org.ridgeline.solvers.conversions.Tribuo;
import org.tribuo.MutableDataset;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.la.VectorTuple;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.slm.ElasticNetCDTrainer;
import org.tribuo.regression.slm.SparseLinearModel;

class TribuoConversionTest {

    private static final Logger LOGGER = Logger.getLogger(ElasticNetCDTrainer.class.getName());

    @BeforeAll
    static void tellNothingOfFits() {
        LOGGER.setLevel(Level.WARNING);
    }

    @ParameterizedTest
    @CsvSource({"0.9,1", "0.3,0.5", "2,0.1", "30,0.9", "0.01,0.99"})
    void elasticNetIsOurs(double lambda, double alpha) {
        ElasticNet penalty = ElasticNet.of(lambda, alpha);
        PeerData data = PeerData.standardized(Loss.SQUARED);
        double[] ours = data.fit(penalty, Standardization.NONE, true).coefficients();
        PeerData.assertSame(fit(data, Tribuo.ElasticNetCDTrainer.from(penalty)), ours, 1e-8);
    }

    private static double[] fit(PeerData data, Tribuo.ElasticNetCDTrainer setting) {
        RegressionFactory factory = new RegressionFactory();
        MutableDataset<Regressor> examples =
                new MutableDataset<>(new SimpleDataSourceProvenance("made in a test", factory), factory);
        String[] names = "a b c d e f g h i j".split(" ");
        for (int i = 0; i < data.size(); i++) {
            examples.add(new ArrayExample<>(new Regressor("y", data.target()[i]), names, data.rows()[i]));
        }
        SparseLinearModel model = (SparseLinearModel)
                new ElasticNetCDTrainer(setting.alpha(), setting.l1Ratio(), 1e-15, 100_000, false, 1).train(examples);
        double[] coefficients = new double[names.length];
        for (VectorTuple weight : model.getWeights().values().iterator().next()) {
            coefficients[weight.index] = weight.value;
        }
        return coefficients;
    }

    @Test
    void noL1PartIsRefusedThereToo() {
        assertThatThrownBy(() -> new ElasticNetCDTrainer(1, 0)).isInstanceOf(PropertyException.class);
        assertThatThrownBy(() -> new Tribuo.ElasticNetCDTrainer(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
