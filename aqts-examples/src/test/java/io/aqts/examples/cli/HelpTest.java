package io.aqts.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {

    @ParameterizedTest
    @ValueSource(strings = {"simulate", "backtest", "config", "bars", "retrace"})
    void everyCommandExplainsItself(String command) {
        String help = Cli.text(command, "--help");

        assertThat(help).startsWith("Usage: aqts " + command).contains("--json", "--help");
        assertThat(help.lines()).allMatch(line -> line.length() <= 120);
        assertThat(Cli.text("help", command)).isEqualTo(help);
        assertThat(Cli.text(command, "-h")).isEqualTo(help);
    }

    @Test
    void helpListsCommandsAndExitCodes() {
        assertThat(Cli.text("--help"))
                .contains("simulate", "backtest", "config", "bars", "retrace", "help")
                .contains("Exit codes:", "0   everything went well", "1   the run failed", "2   the command line");
    }

    @Test
    void theExamplesInTheHelpRun() {
        assertThat(Cli.text("backtest", "--help").lines().filter(line -> line.startsWith("  aqts backtest")))
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "simulate", "backtest", "config", "bars", "retrace"})
    void everyCommandTellsTheVersion(String command) {
        String version = command.isEmpty() ? Cli.text("--version") : Cli.text(command, "--version");

        assertThat(version).matches("aqts \\S+\\R");
    }
}
