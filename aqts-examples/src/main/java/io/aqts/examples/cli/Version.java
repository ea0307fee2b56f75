package io.aqts.examples.cli;

import io.aqts.core.Aqts;
import picocli.CommandLine.IVersionProvider;

/** The version of the library, from its jar. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Aqts.class.getPackage().getImplementationVersion();
        return new String[] {"aqts " + (version == null ? "development" : version)};
    }
}
