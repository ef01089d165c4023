package org.ridgeline.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** Runs a command and keeps what it prints. */
final class Terminal {

    final int exitCode;
    final String out;
    final String err;

    private Terminal(int exitCode, String out, String err) {
        this.exitCode = exitCode;
        this.out = out;
        this.err = err;
    }

    static Terminal run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        int exitCode = commandLine.execute(arguments);
        commandLine.getOut().flush();
        commandLine.getErr().flush();
        return new Terminal(exitCode, out.toString(), err.toString());
    }
}
