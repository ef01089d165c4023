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

    // begin
    public static final class AllOptions implements Options {
        public DataOptions data;
        public RegularizedLogisticOptions trainer;
    }

    public static void main(String[] arguments) throws IOException {
        AllOptions options = new AllOptions();
        try (ConfigurationManager manager = new ConfigurationManager(arguments, options)) {
            TrainTestHelper.run(manager, options.data, options.trainer.getTrainer());
        } catch (UsageException e) {
            System.out.println(e.getMessage());
        }
    }
    // end
}
