package io.aqts.examples.cli;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aqts.core.AqtsBuilder;
import io.aqts.core.config.Configurations;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows the settings that a backtest would have, and refuses what it would refuse. */
@Command(
        name = "config",
        description =
                "Shows the effective settings as JSON, or says what is wrong with them. With --json they are in the one"
                        + " line that a run's config hash is made of.",
        mixinStandardHelpOptions = true)
final class ConfigCommand implements Callable<Integer> {

    private final Output output;

    @Mixin
    private RunOptions options = new RunOptions();

    ConfigCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws IOException {
        AqtsBuilder builder = options.ending(System.getenv(), null);
        builder.build().close();
        String canonical = Configurations.toJson(builder.config());
        output.text().println(options.json ? canonical : indented(canonical));
        return 0;
    }

    private static String indented(String json) throws IOException {
        ObjectMapper mapper = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .build();
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(mapper.readTree(json));
    }
}
