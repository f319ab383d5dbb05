package io.flotilla.portal.register.logo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.flotilla.base.store.Store;
import org.jdbi.v3.core.Handle;

/** The logos in the database. Their hash is their name, so what stands under one never changes. */
@ApplicationScoped
public class Logos {
    private static final Duration DRAFTS_LIVE = Duration.ofDays(1);

    private final Store store;

    Logos(Store store) {
        this.store = store;
    }

    /** Keeps a logo as a draft until a listing names it, and forgets drafts that none has named within a day. */
    public void keep(Logo logo, Instant now) {
        store.write(handle -> {
            handle.createUpdate("DELETE FROM logo WHERE made < :old AND hash NOT IN "
                    + "(SELECT logo FROM listing WHERE logo IS NOT NULL)")
                    .bind("old", now.minus(DRAFTS_LIVE).toEpochMilli()).execute();
            return handle.createUpdate("""
                    INSERT INTO logo (hash, large, small, made) VALUES (:hash, :large, :small, :now)
                    ON CONFLICT (hash) DO UPDATE SET made = :now""")
                    .bind("hash", logo.hash()).bind("large", logo.large()).bind("small", logo.small())
                    .bind("now", now.toEpochMilli()).execute();
        });
    }

    public boolean knows(Handle handle, String hash) {
        return handle.createQuery("SELECT count(*) FROM logo WHERE hash = :hash").bind("hash", hash)
                .mapTo(Integer.class).one() == 1;
    }

    /** @param size {@link Logo#LARGE} or {@link Logo#SMALL} */
    Optional<byte[]> png(String hash, int size) {
        var column = size == Logo.LARGE ? "large" : "small";
        return store.read(handle -> handle.createQuery("SELECT " + column + " AS png FROM logo WHERE hash = :hash")
                .bind("hash", hash).map((row, context) -> row.getBytes("png")).findOne());
    }
}
