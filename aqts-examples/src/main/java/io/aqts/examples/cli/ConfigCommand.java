package io.aqts.examples.cli;

import io.aqts.core.config.Configurations;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows the settings that a run would have. */
@Command(
        name = "config",
        description = "Shows the effective settings as JSON, or says what is wrong with them.",
        mixinStandardHelpOptions = true)
final class ConfigCommand implements Callable<Integer> {

    private final Output output;

    @Mixin
    private RunOptions options = new RunOptions();

    ConfigCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        output.text().println(Configurations.toJson(options.builder(System.getenv(), null).config()));
        return 0;
    }
}
