package io.flotilla.base.catalogue;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a fleet runs. The names are fixed: an app's {@code dev}, {@code prod} and {@code local} keys are its berths. */
public enum EnvironmentName {
    DEV, PROD, LOCAL;

    /** The name as {@code fleet.yaml} and every command line spell it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<EnvironmentName> named(String key) {
        return Stream.of(values()).filter(name -> name.key().equals(key)).findFirst();
    }
}
