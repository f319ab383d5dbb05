package io.flotilla.deployer.local.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

import io.flotilla.base.catalogue.Catalogue;
import io.flotilla.base.catalogue.CatalogueReader;
import io.flotilla.base.catalogue.Problem;
import io.flotilla.base.catalogue.watch.CatalogueWatch;
import io.flotilla.base.noticeboard.Noticeboard;
import io.flotilla.deployer.local.News;
import io.flotilla.deployer.noticeboard.CataloguePoster;
import io.flotilla.deployer.terminal.Failure;
import io.flotilla.deployer.terminal.FleetOption;

/** Keeps the noticeboard's catalogue what the file says, so long as the file has no mistake. */
final class CatalogueUpkeep {
    private final Remembering source;
    private final CataloguePoster poster;
    private final Path copy;
    private final News news;
    private final CatalogueWatch watch;
    private List<Problem> told = List.of();

    /** @param copy where the text is left for the console */
    CatalogueUpkeep(CatalogueWatch.Source source, CatalogueReader reader, CataloguePoster poster, Path copy,
            News news) {
        this.source = new Remembering(source);
        this.poster = poster;
        this.copy = copy;
        this.news = news;
        this.watch = new CatalogueWatch(this.source, reader);
    }

    /** Knows what was seen last, to post it as it was written. */
    private static final class Remembering implements CatalogueWatch.Source {
        private final CatalogueWatch.Source source;
        private CatalogueWatch.Text seen;

        Remembering(CatalogueWatch.Source source) {
            this.source = source;
        }

        @Override
        public Optional<CatalogueWatch.Text> look() {
            var text = source.look();
            text.ifPresent(found -> seen = found);
            return text;
        }

        @Override
        public String advice() {
            return source.advice();
        }
    }

    /**
     * Posts it for the first time.
     *
     * @throws FleetOption.InvalidCatalogue if it has mistakes
     */
    Catalogue post() {
        var state = watch.start();
        if (!state.problems().isEmpty()) {
            throw new FleetOption.InvalidCatalogue(state.problems());
        }
        put();
        watch.onChange(changed -> postAgain());
        return state.catalogue().orElseThrow();
    }

    private void put() {
        keep();
        var file = Path.of(source.seen.name()).getFileName().toString();
        try {
            poster.post(file, new String(source.seen.bytes(), StandardCharsets.UTF_8), System.getProperty("user.name"));
        } catch (Noticeboard.Superseded superseded) {
            throw new Failure("somebody else posted a catalogue in this moment; look at theirs, then try again",
                    superseded);
        }
    }

    /** Whole or not at all, because the console may read it in this moment. */
    private void keep() {
        try {
            var torn = Files.write(copy.resolveSibling("fleet.torn"), source.seen.bytes());
            Files.move(torn, copy, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Failure("%s cannot be written: %s".formatted(copy, e.getMessage()), e);
        }
    }

    private void postAgain() {
        put();
        news.tell(
                "%s has changed and is posted; what it starts otherwise follows by `deployer apply local`"
                        .formatted(source.seen.name()));
    }

    /**
     * What the file says now.
     *
     * @throws FleetOption.InvalidCatalogue if it has mistakes
     */
    synchronized Catalogue current() {
        watch.look();
        var state = watch.look();
        if (!state.problems().isEmpty()) {
            throw new FleetOption.InvalidCatalogue(state.problems());
        }
        return state.catalogue().orElseThrow();
    }

    /** Looks at the file; to be called every second or so. */
    synchronized void look() {
        var problems = watch.look().problems();
        if (!problems.isEmpty() && !problems.equals(told)) {
            news.tell("the catalogue has changed and is not posted:");
            problems.forEach(problem -> news.tell("  " + problem));
        }
        told = problems;
    }
}
