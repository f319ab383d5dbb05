package io.flotilla.base.noticeboard.posting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.base.noticeboard.Noticeboard;
import io.flotilla.base.noticeboard.Noticeboard.Superseded;

/**
 * What everybody may know of an app's newest rollout: the deployer posts it as the rollout goes on; the monitor names it in
 * its mails, the portal on the app's tile. In JSON an object of strings with the names of these components.
 *
 * @param app       the app's name in the catalogue
 * @param id        the rollout's id, unique in its environment
 * @param state     where it stands
 * @param from      the revision it replaces; empty at a first deploy
 * @param to        the revision it brings
 * @param step      what it does now or did last, in words a person can read
 * @param startedBy who started it, as {@code name@host} or an e-mail address
 * @param updatedAt when this was posted; a running rollout posts at least every 30 s, so a much older one has lost its holder
 * @param endedAt   when it ended; empty while it runs
 */
public record RolloutPosting(String app, String id, State state, Optional<String> from, String to, String step,
        String startedBy, Instant startedAt, Instant updatedAt, Optional<Instant> endedAt) {

    /** Where a rollout stands; in JSON in lower case with a hyphen, such as {@code rolled-back}. */
    public enum State {
        /** New instances come, or old ones go. */
        RUNNING,
        /** The new revision serves alone. */
        DONE,
        /** It failed, and the old revision serves as before. */
        ROLLED_BACK,
        /** It failed and could not be rolled back by itself; a person has to look. */
        FAILED;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static State of(String word) throws IOException {
            return Arrays.stream(values()).filter(state -> state.word().equals(word)).findFirst()
                    .orElseThrow(() -> new IOException("\"" + word + "\" is no state of a rollout"));
        }
    }

    /** Where on the noticeboard an app's newest rollout is. */
    public static String key(String app) {
        return "rollouts/" + app;
    }

    /**
     * The app's newest rollout; empty if it never had one.
     *
     * @throws UncheckedIOException if something is posted there that is not a rollout
     */
    public static Optional<RolloutPosting> read(Noticeboard board, String app) {
        return place(app).read(board, RolloutPosting::of);
    }

    /** Posts this in place of what is there. */
    public void post(Noticeboard board) throws Superseded {
        place(app).post(board, JsonPosting.object().put("app", app).put("id", id).put("state", state.word())
                .put("from", from.orElse(null)).put("to", to).put("step", step).put("startedBy", startedBy)
                .put("startedAt", startedAt.toString()).put("updatedAt", updatedAt.toString())
                .put("endedAt", endedAt.map(Instant::toString).orElse(null)));
    }

    private static JsonPosting place(String app) {
        return new JsonPosting(key(app), "a rollout", "the app's next rollout puts it right");
    }

    private static RolloutPosting of(JsonNode json) throws IOException {
        return new RolloutPosting(JsonPosting.text(json, "app"), JsonPosting.text(json, "id"),
                State.of(JsonPosting.text(json, "state")), JsonPosting.maybe(json, "from"),
                JsonPosting.text(json, "to"), JsonPosting.text(json, "step"), JsonPosting.text(json, "startedBy"),
                Instant.parse(JsonPosting.text(json, "startedAt")), Instant.parse(JsonPosting.text(json, "updatedAt")),
                JsonPosting.maybe(json, "endedAt").map(Instant::parse));
    }
}
