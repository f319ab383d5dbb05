package io.flotilla.base.noticeboard.posting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.base.noticeboard.Noticeboard;
import io.flotilla.base.noticeboard.Noticeboard.Posting;
import io.flotilla.base.noticeboard.Noticeboard.Superseded;

/**
 * One JSON object under one key, in the form that the programs have agreed on.
 *
 * @param what what is expected there, for messages, such as {@code a catalogue}
 * @param mend what makes it right again, for messages
 */
record JsonPosting(String key, String what, String mend) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Makes a value of an object's fields; refuses by {@link IOException} or {@link DateTimeException}. */
    interface Form<T> {
        T of(JsonNode json) throws IOException;
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** @throws UncheckedIOException if something else is posted there; the message names key and noticeboard */
    <T> Optional<T> read(Noticeboard board, Form<T> form) {
        return board.read(key).map(posting -> parse(posting, board, form));
    }

    /** Posts this in place of what is there. */
    void post(Noticeboard board, ObjectNode json) throws Superseded {
        var there = board.read(key);
        if (there.isPresent()) {
            board.replace(there.get(), bytes(json));
        } else {
            board.create(key, bytes(json));
        }
    }

    private <T> T parse(Posting posting, Noticeboard board, Form<T> form) {
        try {
            return form.of(JSON.readTree(posting.body()));
        } catch (IOException | DateTimeException e) {
            throw new UncheckedIOException(
                    new IOException("what is posted as \"%s\" on the noticeboard %s is not %s (%s); %s"
                            .formatted(key, board, what, e.getMessage(), mend), e));
        }
    }

    private static byte[] bytes(ObjectNode json) {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(JsonNode json, String name) throws IOException {
        var value = json.path(name);
        if (!value.isTextual()) {
            throw new IOException("no text under \"" + name + "\"");
        }
        return value.textValue();
    }

    /** The text, or empty if it is {@code null} or left out. */
    static Optional<String> maybe(JsonNode json, String name) throws IOException {
        return json.path(name).isMissingNode() || json.path(name).isNull()
                ? Optional.empty()
                : Optional.of(text(json, name));
    }
}
