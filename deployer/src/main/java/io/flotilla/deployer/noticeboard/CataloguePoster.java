package io.flotilla.deployer.noticeboard;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;

import io.flotilla.base.noticeboard.Noticeboard;
import io.flotilla.base.noticeboard.Noticeboard.Superseded;
import io.flotilla.base.noticeboard.posting.CataloguePosting;

/** Leaves the catalogue on an environment's noticeboard, where the portal and the monitor read it. */
public final class CataloguePoster {
    private final Noticeboard noticeboard;
    private final Clock clock;

    public CataloguePoster(Noticeboard noticeboard, Clock clock) {
        this.noticeboard = noticeboard;
        this.clock = clock;
    }

    /** What came of it. */
    public enum Outcome {
        POSTED, UNCHANGED
    }

    /**
     * Posts the file as it is, its {@code ${VARIABLES}} not filled in, over what is posted now.
     *
     * @param file   the file's name, for those who read of its problems
     * @param yaml   its text
     * @param person who posts it, as {@code name@host}
     * @throws Superseded if somebody else posted in between
     */
    public Outcome post(String file, String yaml, String person) throws Superseded {
        if (posted().filter(yaml::equals).isPresent()) {
            return Outcome.UNCHANGED;
        }
        new CataloguePosting(file, yaml, person, clock.instant()).post(noticeboard);
        return Outcome.POSTED;
    }

    /** Empty also for a posting that nobody can read: it is written over. */
    private Optional<String> posted() {
        try {
            return CataloguePosting.read(noticeboard).map(CataloguePosting::yaml);
        } catch (UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }
}
