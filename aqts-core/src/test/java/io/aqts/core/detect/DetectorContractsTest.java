package io.aqts.core.detect;

import io.aqts.Detector;
import io.aqts.LayerContext;
import io.aqts.config.QgitaMode;
import io.aqts.testkit.DetectorContract;
import net.jqwik.api.Group;

/** The detectors that ship keep the promises of every detector. */
class DetectorContractsTest {

    /** QGITA with short windows, so that it speaks in short markets. */
    private interface QgitaContract extends DetectorContract {

        QgitaMode mode();

        @Override
        default Detector create(LayerContext context) {
            return new QgitaDetector(Walks.talkative(mode()), context.universe().size());
        }

        /** The window of the metrics, the fewest values to rank among, the usual intensity and the gap after it. */
        @Override
        default int warmUpBars() {
            return 16 + 20 + 50 + 3;
        }
    }

    @Group
    class QgitaOnPivots implements QgitaContract {

        @Override
        public QgitaMode mode() {
            return QgitaMode.PIVOT;
        }
    }

    @Group
    class QgitaOnTheLattice implements QgitaContract {

        @Override
        public QgitaMode mode() {
            return QgitaMode.LATTICE;
        }
    }

    @Group
    class LegacyLattice implements DetectorContract {

        @Override
        public Detector create(LayerContext context) {
            return new LegacyLatticeDetector(context);
        }

        @Override
        public int warmUpBars() {
            return 55;
        }
    }

    @Group
    class Cross implements DetectorContract {

        @Override
        public Detector create(LayerContext context) {
            return new SmaCross(5, 20);
        }

        @Override
        public int warmUpBars() {
            return 20;
        }
    }

    @Group
    class CrossAsConfigured implements DetectorContract {

        @Override
        public Detector create(LayerContext context) {
            return new SmaCross(context);
        }

        @Override
        public int warmUpBars() {
            return config().detection().smaCross().slow();
        }
    }
}
