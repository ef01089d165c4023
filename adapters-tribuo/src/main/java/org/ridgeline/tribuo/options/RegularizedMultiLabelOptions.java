package org.ridgeline.tribuo.options;

import org.ridgeline.tribuo.RegularizedMultiLabelTrainer;

/**
 * The options of a {@link RegularizedMultiLabelTrainer}. Tribuo 4.3 has no common interface of options for several labels.
 */
public final class RegularizedMultiLabelOptions extends RegularizedTrainerOptions {

    @Override
    public String getOptionsDescription() {
        return "Options for exact logistic regression of several labels with any regularizer.";
    }

    /**
     * Makes the trainer.
     *
     * @return a new trainer
     * @throws com.oracle.labs.mlrg.olcut.config.ArgumentException if a value is wrong: of which option, what was found and what there is
     *     to choose from
     */
    public RegularizedMultiLabelTrainer getTrainer() {
        return trainer(RegularizedMultiLabelTrainer.class);
    }
}
