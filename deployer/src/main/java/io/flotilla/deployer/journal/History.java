package io.flotilla.deployer.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.flotilla.base.noticeboard.Noticeboard;
import io.flotilla.base.noticeboard.Noticeboard.Superseded;
import io.flotilla.base.noticeboard.posting.RolloutPosting.State;

/** An app's rollouts that are over, in {@code history/<App>}: the newest {@value #KEPT}, newest first. */
public final class History {
    static final int KEPT = 50;
    private static final int TRIES = 5;

    private final Noticeboard board;
    private final String key;

    public History(Noticeboard board, String app) {
        this.board = board;
        this.key = "history/" + app;
    }

    public List<Rollout> rollouts() {
        return board.read(key).map(posting -> read(posting.body())).orElse(List.of());
    }

    /** The newest rollout that was done. */
    public Optional<Rollout> lastDone() {
        return rollouts().stream().filter(rollout -> rollout.state() == State.DONE).findFirst();
    }

    /** Adds a rollout, or replaces what was known of it; safe to do again. */
    public void add(Rollout rollout) throws Superseded {
        for (int left = TRIES;; left--) {
            try {
                tryToAdd(rollout);
                return;
            } catch (Superseded superseded) {
                if (left == 1) {
                    throw superseded;
                }
            }
        }
    }

    private void tryToAdd(Rollout rollout) throws Superseded {
        var there = board.read(key);
        var all = new ArrayList<>(there.map(posting -> read(posting.body())).orElse(List.of()));
        all.removeIf(other -> other.id().equals(rollout.id()));
        all.add(0, rollout);
        var json = JsonNodeFactory.instance.arrayNode();
        all.stream().limit(KEPT).forEach(one -> json.add(JournalJson.json(one)));
        if (there.isPresent()) {
            board.replace(there.get(), JournalJson.bytes(json));
        } else {
            board.create(key, JournalJson.bytes(json));
        }
    }

    private List<Rollout> read(byte[] body) {
        return JournalJson.parse(body, key, json -> JournalJson.list(json, JournalJson::rollout));
    }
}
