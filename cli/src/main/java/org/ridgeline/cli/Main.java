package org.ridgeline.cli;

import java.io.IOException;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code ridgeline}. */
@Command(
        name = "ridgeline",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description =
                "One penalty, every Java learner: trains the same regularizer in Weka, Tribuo and Deeplearning4j.",
        subcommands = {
            ListCommand.class,
            FitCommand.class,
            PathCommand.class,
            CrossValidationCommand.class,
            DemoCommand.class
        })
public final class Main implements Runnable {

    private static final int FAILED = 2;
    private static final int DEFECT = 3;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private Main() {}

    /** Called where no command is given. */
    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "wanted a command: " + String.join(", ", spec.subcommands().keySet()));
    }

    /**
     * Runs a command and exits with its code: 0 if all went well, 1 if a fit did not converge, 2 for an error,
     * 3 for a defect of ours.
     *
     * @param arguments the command with its options
     * @throws IOException if there can be no temporary folder
     */
    public static void main(String[] arguments) throws IOException {
        WekaHome.prepare();
        System.exit(commandLine().execute(arguments));
    }

    /** The command line with its handling of errors: one sentence, exit code 2. */
    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Main());
        // Codes 1 and 2 mean something else.
        commandLine.getCommandSpec().exitCodeOnExecutionException(DEFECT);
        commandLine.setParameterExceptionHandler((e, arguments) -> {
            CommandLine command = e.getCommandLine();
            command.getErr()
                    .println(sentence(e) + "; see '" + command.getCommandSpec().qualifiedName() + " --help'");
            return FAILED;
        });
        commandLine.setExecutionExceptionHandler((e, command, result) -> {
            if (e instanceof IllegalArgumentException
                    || e instanceof IllegalStateException
                    || e instanceof ArithmeticException
                    || e instanceof IOException) {
                command.getErr().println(sentence(e));
                return FAILED;
            }
            // Anything else is a defect of ours, and its stack trace is what helps.
            throw e;
        });
        return commandLine;
    }

    private static String sentence(Exception e) {
        return "ridgeline: " + Objects.requireNonNullElse(e.getMessage(), e.toString());
    }

    /** The version that the build has written into the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"ridgeline " + (version == null ? "(not from a jar)" : version)};
        }
    }
}
