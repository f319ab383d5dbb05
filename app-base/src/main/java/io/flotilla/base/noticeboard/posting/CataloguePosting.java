package io.flotilla.base.noticeboard.posting;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;

import io.flotilla.base.noticeboard.Noticeboard;
import io.flotilla.base.noticeboard.Noticeboard.Superseded;

/**
 * The catalogue as it was last applied: the deployer posts it, the other programs read it. In JSON an object of four strings
 * with the names of these components.
 *
 * @param file     the name to show in messages about the catalogue, such as {@code fleet.yaml}
 * @param yaml     the text as its author wrote it, with {@code ${VAR}} unexpanded: it holds references, never secrets
 * @param postedBy the person who applied it, as {@code name@host} or an e-mail address
 */
public record CataloguePosting(String file, String yaml, String postedBy, Instant postedAt) {
    /** Where on the noticeboard it is. */
    public static final String KEY = "catalogue";

    private static final JsonPosting PLACE = new JsonPosting(KEY, "a catalogue", "apply the catalogue again");

    /**
     * What is posted; empty if nothing was applied yet.
     *
     * @throws UncheckedIOException if something is posted there that is not a catalogue
     */
    public static Optional<CataloguePosting> read(Noticeboard board) {
        return PLACE.read(board,
                json -> new CataloguePosting(JsonPosting.text(json, "file"), JsonPosting.text(json, "yaml"),
                        JsonPosting.text(json, "postedBy"), Instant.parse(JsonPosting.text(json, "postedAt"))));
    }

    /** Posts this in place of what is there. */
    public void post(Noticeboard board) throws Superseded {
        PLACE.post(board, JsonPosting.object().put("file", file).put("yaml", yaml).put("postedBy", postedBy)
                .put("postedAt", postedAt.toString()));
    }
}
