package io.flotilla.portal.home.live;

import jakarta.enterprise.context.ApplicationScoped;

import io.flotilla.portal.fleet.Rollouts;
import io.flotilla.portal.fleet.States;

/** How an app is at this moment, in one word: what the monitor says, and whether it is being updated. */
@ApplicationScoped
public class Live {
    private final States states;
    private final Rollouts rollouts;

    Live(States states, Rollouts rollouts) {
        this.states = states;
        this.rollouts = rollouts;
    }

    /**
     * @param state {@code up}, {@code failing}, {@code down}, {@code unknown} or {@code updating}: how the dot looks
     * @param word  what stands beside the dot
     */
    public record State(String state, String word) {}

    public State of(String app) {
        var state = states.of(app);
        if (rollouts.of(app).isEmpty()) {
            return new State(state, state);
        }
        return switch (state) {
            case "failing", "down" -> new State(state, state + ", updating");
            default -> new State("updating", "updating");
        };
    }
}
