package io.flotilla.deployer.terminal;

import java.io.IOException;
import java.util.Properties;

import picocli.CommandLine.IVersionProvider;

/** The program's version, as its build wrote it. */
public final class Version implements IVersionProvider {
    private static final String FILE = "/io/flotilla/deployer/version.properties";

    @Override
    public String[] getVersion() throws IOException {
        return new String[]{"deployer " + number()};
    }

    /** Alone, such as {@code 0.1.0}; all of Flotilla is released under one number. */
    public String number() throws IOException {
        var properties = new Properties();
        try (var in = Version.class.getResourceAsStream(FILE)) {
            properties.load(in);
        }
        return properties.getProperty("version");
    }
}
