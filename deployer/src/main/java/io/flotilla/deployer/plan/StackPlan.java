package io.flotilla.deployer.plan;

import java.util.List;
import java.util.Optional;

import io.flotilla.deployer.platform.stack.Change;
import io.flotilla.deployer.platform.stack.Revision;
import io.flotilla.deployer.platform.stack.Stack;

/**
 * What would happen to one stack.
 *
 * @param app      the app's name; empty for the shared stack
 * @param existing the stack as it is, if it is there
 * @param change   what would be executed, if something would
 * @param running  the revisions that its instances run now, each once
 * @param newest   what a deploy would bring, if it can be found
 * @param holder   who holds the app's lock, if somebody does
 * @param meaning  what it comes to, in a sentence without its subject
 */
public record StackPlan(
        String stack,
        Optional<String> app,
        Kind kind,
        Optional<Stack> existing,
        Optional<Change> change,
        List<Revision> running,
        Optional<Revision> newest,
        Optional<String> holder,
        String meaning) {

    public StackPlan {
        running = List.copyOf(running);
    }

    /** What kind of change it is. */
    public enum Kind {
        CREATE, UPDATE,
        /** Some part is replaced by a new one, or the whole stack is. */
        REPLACE,
        /** It has left the catalogue. */
        DELETE, UNCHANGED,
        /** It cannot be changed as it stands. */
        BLOCKED
    }

    /** What people call it: the app's name, or {@code (shared)}. */
    public String subject() {
        return app.orElse("(shared)");
    }

    /** Whether some instance runs another revision than a deploy would bring. */
    public boolean isStale() {
        return newest.isPresent() && running.stream().anyMatch(revision -> !revision.equals(newest.get()));
    }

    /** Whether the stack that is there is removed before it is made again. */
    public boolean isMadeAgain() {
        return existing.isPresent() && change.filter(made -> made.order().existing().isEmpty()).isPresent();
    }

    public Optional<String> drift() {
        return existing.flatMap(Stack::drift);
    }

    /** The same, found to be in the way of something. */
    StackPlan blocked(String why) {
        return new StackPlan(stack, app, Kind.BLOCKED, existing, change, running, newest, holder, why);
    }
}
