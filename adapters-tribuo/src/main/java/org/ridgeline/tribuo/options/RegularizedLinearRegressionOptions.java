package org.ridgeline.tribuo.options;

import org.ridgeline.tribuo.RegularizedLinearRegressionTrainer;

/**
 * The options of a {@link RegularizedLinearRegressionTrainer}. Tribuo 4.3 has no common interface of options for regression.
 */
public final class RegularizedLinearRegressionOptions extends RegularizedTrainerOptions {

    @Override
    public String getOptionsDescription() {
        return "Options for exact linear regression with any regularizer.";
    }

    /**
     * Makes the trainer.
     *
     * @return a new trainer
     * @throws com.oracle.labs.mlrg.olcut.config.ArgumentException if a value is wrong: of which option, what was found and what there is
     *     to choose from
     */
    public RegularizedLinearRegressionTrainer getTrainer() {
        return trainer(RegularizedLinearRegressionTrainer.class);
    }
}
