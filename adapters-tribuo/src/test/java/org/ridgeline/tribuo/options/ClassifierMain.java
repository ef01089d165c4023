package org.ridgeline.tribuo.options;

import com.oracle.labs.mlrg.olcut.config.ConfigurationManager;
import com.oracle.labs.mlrg.olcut.config.Options;
import com.oracle.labs.mlrg.olcut.config.UsageException;
import java.io.IOException;
import org.tribuo.classification.TrainTestHelper;
import org.tribuo.data.DataOptions;

/** A program as a user writes it, and as Tribuo's own are. */
public final class ClassifierMain {

    private ClassifierMain() {}

    /** Tribuo's options for data, and ours. */
    public static final class AllOptions implements Options {
        /** For data. */
        public DataOptions data;
        /** For the trainer. */
        public RegularizedLogisticOptions trainer;
    }

    /** Trains, evaluates, and saves the model if there is an option for it. */
    public static void main(String[] arguments) throws IOException {
        AllOptions options = new AllOptions();
        try (ConfigurationManager manager = new ConfigurationManager(arguments, options)) {
            TrainTestHelper.run(manager, options.data, options.trainer.getTrainer());
        } catch (UsageException e) {
            System.out.println(e.getMessage());
        }
    }
}
