package io.flotilla.base.noticeboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flotilla.base.noticeboard.Noticeboard.Posting;
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

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What is posted; empty if nothing was applied yet.
     *
     * @throws UncheckedIOException if something is posted there that is not a catalogue
     */
    public static Optional<CataloguePosting> read(Noticeboard board) {
        return board.read(KEY).map(posting -> parse(posting, board));
    }

    /** Posts this in place of what is there. */
    public void post(Noticeboard board) throws Superseded {
        Optional<Posting> there = board.read(KEY);
        if (there.isPresent()) {
            board.replace(there.get(), json());
        } else {
            board.create(KEY, json());
        }
    }

    private byte[] json() {
        try {
            return JSON.writeValueAsBytes(JSON.createObjectNode().put("file", file).put("yaml", yaml)
                    .put("postedBy", postedBy).put("postedAt", postedAt.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CataloguePosting parse(Posting posting, Noticeboard board) {
        try {
            JsonNode json = JSON.readTree(posting.body());
            return new CataloguePosting(text(json, "file"), text(json, "yaml"), text(json, "postedBy"),
                    Instant.parse(text(json, "postedAt")));
        } catch (IOException | DateTimeException e) {
            throw new UncheckedIOException(
                    new IOException("what is posted as \"" + KEY + "\" on the noticeboard " + board
                            + " is not a catalogue (" + e.getMessage() + "); apply the catalogue again", e));
        }
    }

    private static String text(JsonNode json, String name) throws IOException {
        JsonNode value = json.path(name);
        if (!value.isTextual()) {
            throw new IOException("no text under \"" + name + "\"");
        }
        return value.textValue();
    }
}
