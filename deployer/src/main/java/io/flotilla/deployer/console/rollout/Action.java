package io.flotilla.deployer.console.rollout;

import java.util.Locale;

/** What a person can do about an app's rollout, and what the page asks before it is done. */
public enum Action {
    ABORT("Abort", "The old instances serve again before the new ones leave."),
    APPROVE("Approve", "The app looks good: the old instances end, and the rollout is done."),
    RESUME("Resume", "The rollout goes on where it was left, in this console's process."),
    ROLLBACK("Roll back", "The former revision serves again, by a rollout of its own if this one is done."),
    ROLLOUT("Roll out", "The instances are replaced by new ones of what was applied last.");

    private final String title;
    private final String means;

    Action(String title, String means) {
        this.title = title;
        this.means = means;
    }

    static Action named(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    /** Whether whoever does it must have signed in lately. To stop something is possible at any time. */
    boolean needsFreshSignIn() {
        return this != ABORT;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return title;
    }

    public String means() {
        return means;
    }
}
