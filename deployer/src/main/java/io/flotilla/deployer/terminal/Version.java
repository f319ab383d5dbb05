package io.flotilla.deployer.terminal;

import java.io.IOException;
import java.util.Properties;

import picocli.CommandLine.IVersionProvider;

/** The program's version, as its build wrote it. */
public final class Version implements IVersionProvider {
    private static final String FILE = "/io/flotilla/deployer/version.properties";

    @Override
    public String[] getVersion() throws IOException {
        var properties = new Properties();
        try (var in = Version.class.getResourceAsStream(FILE)) {
            properties.load(in);
        }
        return new String[]{"deployer " + properties.getProperty("version")};
    }
}
