package org.ridgeline.cli;

import java.io.PrintWriter;
import org.ridgeline.Parameter;
import org.ridgeline.RegularizerProvider;
import org.ridgeline.Regularizers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ridgeline list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists every regularizer that is found, with its parameters.")
final class ListCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        Regularizers regularizers = Regularizers.load();
        for (String name : regularizers.names()) {
            RegularizerProvider provider = regularizers.provider(name);
            out.println(name);
            out.println("    " + provider.summary());
            for (Parameter parameter : provider.parameters()) {
                out.println("    " + parameter);
            }
        }
        regularizers.problems().forEach(problem -> spec.commandLine().getErr().println("not loaded: " + problem));
    }
}
