package io.aqts.core.data;

import io.aqts.DataSource;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Universe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The bars of one or more files, streamed in the order of time. Made by {@link CsvBars}.
 *
 * <p>Bars that end at the same moment share a snapshot, and an instrument without a bar at that moment is quiet. Once
 * reading has failed, it fails again with every further call.
 */
public final class CsvBarSource implements DataSource {

    private final BarSource bars;
    private final List<OpenCsv> files;

    CsvBarSource(Universe universe, List<OpenCsv> files) {
        this.files = files;
        BarCursor[] cursors = new BarCursor[files.size()];
        for (int i = 0; i < cursors.length; i++) {
            cursors[i] = files.get(i).cursor();
        }
        this.bars = new BarSource(universe, cursors, List::of);
    }

    @Override
    public Universe universe() {
        return bars.universe();
    }

    @Override
    public Optional<MarketSnapshot> next() {
        return bars.next();
    }

    @Override
    public void close() {
        bars.close();
    }

    /** {@return what was repaired so far, one report for each file in the order of the universe} */
    public List<RepairReport> repairs() {
        List<RepairReport> reports = new ArrayList<>();
        for (OpenCsv file : files) {
            reports.add(file.repairs());
        }
        return List.copyOf(reports);
    }

    /**
     * {@return for each file its name, its symbol, its SHA-256, the form of its times, its interval and whether that
     * was given or inferred, the range of its bars if it is limited, and what was repaired so far}
     */
    @Override
    public List<String> origins() {
        List<String> origins = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            origins.add(files.get(i).origin(universe().instrument(i).symbol()));
        }
        return List.copyOf(origins);
    }

    /**
     * {@return for each file its name, the form of its times, and its interval with whether that was given or inferred}
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < files.size(); i++) {
            text.append(i == 0 ? "" : "; ")
                    .append(universe().instrument(i).symbol())
                    .append(" from ")
                    .append(files.get(i).path())
                    .append(" (")
                    .append(files.get(i).sniff())
                    .append(')');
        }
        return text.toString();
    }
}
