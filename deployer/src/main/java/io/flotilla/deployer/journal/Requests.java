package io.flotilla.deployer.journal;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.flotilla.base.noticeboard.Noticeboard;
import io.flotilla.base.noticeboard.Noticeboard.Superseded;

/** What people ask of a running rollout, wherever it runs: it looks here, in {@code requests/<App>/…}. */
public final class Requests {
    private final Noticeboard board;
    private final String app;

    /** What can be asked for. */
    public enum Kind {
        /** Go back. */
        ABORT,
        /** Go on: it looks good. */
        APPROVE
    }

    /** @param rollout the id of the rollout that is meant */
    public record Request(String rollout, String by, Instant at) {}

    public Requests(Noticeboard board, String app) {
        this.board = board;
        this.app = app;
    }

    /** What was asked of this rollout. */
    public Optional<Request> find(Kind kind, String rollout) {
        return board.read(key(kind))
                .map(posting -> JournalJson.parse(posting.body(), posting.key(),
                        json -> new Request(JournalJson.text(json, "rollout"), JournalJson.text(json, "by"),
                                JournalJson.time(json.required("at")))))
                .filter(request -> request.rollout().equals(rollout));
    }

    /** @throws Superseded if somebody else asked in the same moment */
    public void ask(Kind kind, Request request) throws Superseded {
        var body = JournalJson.bytes(JsonNodeFactory.instance.objectNode().put("rollout", request.rollout())
                .put("by", request.by()).put("at", request.at().toString()));
        var there = board.read(key(kind));
        if (there.isPresent()) {
            board.replace(there.get(), body);
        } else {
            board.create(key(kind), body);
        }
    }

    private String key(Kind kind) {
        return "requests/%s/%s".formatted(app, kind.name().toLowerCase(Locale.ROOT));
    }
}
