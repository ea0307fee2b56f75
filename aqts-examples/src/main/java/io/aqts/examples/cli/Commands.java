package io.aqts.examples.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands and gives each the output it is to write to. */
record Commands(Output output) implements IFactory {

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (type == SimulateCommand.class) {
            return type.cast(new SimulateCommand(output));
        }
        if (type == BacktestCommand.class) {
            return type.cast(new BacktestCommand(output));
        }
        if (type == ConfigCommand.class) {
            return type.cast(new ConfigCommand(output));
        }
        if (type == BarsCommand.class) {
            return type.cast(new BarsCommand(output));
        }
        if (type == RetraceCommand.class) {
            return type.cast(new RetraceCommand(output));
        }
        return CommandLine.defaultFactory().create(type);
    }
}
