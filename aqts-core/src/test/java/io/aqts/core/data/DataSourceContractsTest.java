package io.aqts.core.data;

import io.aqts.DataSource;
import io.aqts.LayerContext;
import io.aqts.Randomness;
import io.aqts.config.SimulatedInstrument;
import io.aqts.core.simulation.SimulatedMarket;
import io.aqts.market.BarInterval;
import io.aqts.market.Instrument;
import io.aqts.market.Reading;
import io.aqts.market.SentimentReading;
import io.aqts.testkit.DataSourceContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Group;

/** The sources of recorded data keep the promises of every data source. */
class DataSourceContractsTest {

    @Group
    class OfASeries implements DataSourceContract {

        @Override
        public DataSource create(LayerContext context) {
            return series(context.randomness("bars")).source(Sample.INSTRUMENT);
        }
    }

    @Group
    class OfPieces implements DataSourceContract {

        @Override
        public DataSource create(LayerContext context) {
            return ChainedSource.of(series(context.randomness("bars")).source(Sample.INSTRUMENT));
        }
    }

    @Group
    class OfSeveralSeries implements DataSourceContract {

        @Override
        public DataSource create(LayerContext context) {
            return several(context);
        }
    }

    @Group
    class OfAFile implements DataSourceContract {

        @Override
        public DataSource create(LayerContext context) {
            return CsvBars.open(file(".csv", text(context, "bars")), Sample.INSTRUMENT);
        }
    }

    @Group
    class OfACompressedFile implements DataSourceContract {

        @Override
        public DataSource create(LayerContext context) {
            return CsvBars.open(compressed(context, "bars"), Sample.INSTRUMENT);
        }
    }

    @Group
    class OfSeveralFiles implements DataSourceContract {

        @Override
        public DataSource create(LayerContext context) {
            List<BarFile> files = List.of(
                    new BarFile(file(".csv", text(context, "first")), Sample.INSTRUMENT),
                    new BarFile(compressed(context, "second"), Sample.OTHER));
            return CsvBars.open(files, CsvOptions.defaults());
        }
    }

    @Group
    class OfLongerBars implements DataSourceContract {

        @Override
        public DataSource create(LayerContext context) {
            return ResampledSource.of(several(context), BarInterval.parse("5m"));
        }
    }

    @Group
    class OfLongerBarsAtEveryMoment implements DataSourceContract {

        @Override
        public DataSource create(LayerContext context) {
            return ResampledSource.atEveryMoment(several(context), BarInterval.parse("5m"));
        }
    }

    @Group
    class OfLongerBarsWithQuotesAndReadings implements DataSourceContract {

        @Override
        public DataSource create(LayerContext context) {
            return ResampledSource.of(simulated(context, "BTC/USDT", Duration.ofMinutes(2)), BarInterval.parse("10m"));
        }

        @Override
        public int longestRead() {
            return 60;
        }
    }

    @Group
    class OfMergedBarsAndReadings implements DataSourceContract {

        @Override
        public DataSource create(LayerContext context) {
            Randomness chance = context.randomness("readings");
            List<Reading> readings = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                readings.add(SentimentReading.of(
                        Sample.MIDNIGHT + chance.nextInt(400) * Sample.MINUTE / 2, "BTC", "crowd", 0));
            }
            DataSource third = ResampledSource.of(
                    series(context.randomness("third")).source(Instrument.of("SOL/USDT")), BarInterval.parse("3m"));
            return MergedSource.of(List.of(several(context), third), List.of(ReadingSeries.of(readings)));
        }
    }

    @Group
    class OfMergedMarketsWithQuotes implements DataSourceContract {

        @Override
        public DataSource create(LayerContext context) {
            return MergedSource.of(
                    simulated(context, "BTC/USDT", Duration.ofMinutes(2)),
                    simulated(context, "ETH/USDT", Duration.ofMinutes(3)));
        }

        @Override
        public int longestRead() {
            return 200;
        }
    }

    private static DataSource simulated(LayerContext context, String symbol, Duration interval) {
        SimulatedInstrument instrument =
                SimulatedInstrument.defaults().get(0).toBuilder().symbol(symbol).build();
        return new SimulatedMarket(new LayerContext(
                context.config()
                        .with(c -> c.simulation(
                                s -> s.instruments(List.of(instrument)).interval(interval))),
                context.universe(),
                symbol));
    }

    private static DataSource several(LayerContext context) {
        return BarSeries.source(
                List.of(Sample.INSTRUMENT, Sample.OTHER),
                List.of(series(context.randomness("first")), series(context.randomness("second"))));
    }

    /** Up to 300 bars, of which every third or so is missing. */
    private static BarSeries series(Randomness chance) {
        BarSeries.Builder builder = BarSeries.builder(Sample.ONE_MINUTE);
        for (int n = 0; n < 300; n++) {
            if (chance.nextInt(3) > 0) {
                builder.add(Sample.minute(n));
            }
        }
        return builder.build();
    }

    private static String text(LayerContext context, String name) {
        StringBuilder text = new StringBuilder(Sample.HEADER);
        Sample.bars(series(context.randomness(name))).forEach(bar -> text.append(Sample.row(bar)));
        return text.toString();
    }

    private static Path compressed(LayerContext context, String name) {
        return file(".csv.gz", Sample.gzip(text(context, name)));
    }

    private static Path file(String suffix, String text) {
        return file(suffix, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Path file(String suffix, byte[] bytes) {
        try {
            Path path = Files.createTempFile("bars", suffix);
            path.toFile().deleteOnExit();
            return Files.write(path, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
