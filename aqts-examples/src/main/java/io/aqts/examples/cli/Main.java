package io.aqts.examples.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The launcher of the command line. */
@Command(
        name = "aqts",
        description = "Steps a trading system through time: data, detection, fusion, risk, execution.",
        subcommands = {
            SimulateCommand.class,
            BacktestCommand.class,
            ConfigCommand.class,
            BarsCommand.class,
            RetraceCommand.class,
            HelpCommand.class
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything went well",
            "1:the run failed: data, layer or output",
            "2:the command line or the configuration is wrong"
        })
public final class Main {

    private Main() {}

    /**
     * Runs a command and ends the process with its exit code.
     *
     * @param args the command and its options
     */
    public static void main(String[] args) {
        System.exit(run(Output.standard(), args));
    }

    /**
     * Runs a command.
     *
     * @param output where to write
     * @param args the command and its options
     * @return the exit code: 0 for success, 1 for a failed run, 2 for a wrong command line or configuration
     */
    static int run(Output output, String... args) {
        CommandLine line = new CommandLine(new Main(), new Commands(output));
        line.setOut(output.text());
        line.setErr(output.errors());
        line.setColorScheme(CommandLine.Help.defaultColorScheme(output.ansi()));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(true);
        line.setExecutionExceptionHandler((failure, command, parsed) -> Failures.report(failure, output));
        line.setParameterExceptionHandler((failure, given) -> Failures.report(failure, output));
        line.getCommandSpec().versionProvider(new Version());
        for (CommandLine command : line.getSubcommands().values()) {
            command.getCommandSpec().versionProvider(new Version());
        }
        int code = line.execute(args);
        return output.finish(code);
    }
}
