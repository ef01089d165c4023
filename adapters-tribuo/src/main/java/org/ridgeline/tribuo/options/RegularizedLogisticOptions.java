package org.ridgeline.tribuo.options;

import org.ridgeline.tribuo.RegularizedLogisticTrainer;
import org.tribuo.classification.ClassificationOptions;

/**
 * The options of a {@link RegularizedLogisticTrainer}.
 */
public final class RegularizedLogisticOptions extends RegularizedTrainerOptions
        implements ClassificationOptions<RegularizedLogisticTrainer> {

    @Override
    public String getOptionsDescription() {
        return "Options for exact logistic regression with any regularizer.";
    }

    /**
     * Makes the trainer.
     *
     * @return a new trainer
     * @throws com.oracle.labs.mlrg.olcut.config.ArgumentException if a value is wrong: of which option, what was found and what there is
     *     to choose from
     */
    @Override
    public RegularizedLogisticTrainer getTrainer() {
        return trainer(RegularizedLogisticTrainer.class);
    }
}
