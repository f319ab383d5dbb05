package io.flotilla.base.catalogue.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;

import io.flotilla.base.noticeboard.Noticeboard;
import io.flotilla.base.noticeboard.posting.CataloguePosting;

/** The catalogue as the deployer last posted it. */
public record PostedCatalogue(Noticeboard noticeboard) implements CatalogueWatch.Source {
    @Override
    public Optional<CatalogueWatch.Text> look() {
        return CataloguePosting.read(noticeboard)
                .map(posting -> new CatalogueWatch.Text(posting.file(), posting.yaml().getBytes(UTF_8)));
    }

    @Override
    public String advice() {
        return "post one with `deployer post`";
    }
}
