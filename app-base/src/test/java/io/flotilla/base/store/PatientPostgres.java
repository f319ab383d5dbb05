package io.flotilla.base.store;

import java.io.IOException;
import java.time.Duration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A real PostgreSQL that may take its time to come up: the library's own ten seconds are too few on a busy machine. */
public final class PatientPostgres {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private PatientPostgres() {}

    public static EmbeddedPostgres start() throws IOException {
        return EmbeddedPostgres.builder().setPGStartupWait(PATIENCE).start();
    }
}
