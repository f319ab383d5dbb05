package io.flotilla.deployer.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.flotilla.base.noticeboard.posting.RolloutPosting.State;
import io.flotilla.deployer.platform.Revisions.Version;

/**
 * One rollout as its journal has it.
 *
 * @param facts    how things were; empty until they are noted
 * @param endedAt  empty while it is not over
 * @param failure  why it goes back, or why it failed; empty while it goes well
 * @param evidence what was found out about the failure
 * @param seen     the instances as they were seen last
 * @param entries  what it did, oldest first; the newest {@value #ENTRIES}
 */
public record Rollout(Order order, Optional<Facts> facts, Position position, State state, Optional<Instant> endedAt,
        Optional<String> failure, List<Evidence> evidence, List<Seen> seen, List<Entry> entries) {

    static final int ENTRIES = 100;

    /**
     * What was asked for.
     *
     * @param id   unique in its environment; begins with the time, so that ids sort
     * @param from the version it replaces; empty if all instances run the new one already, as at a first deploy
     * @param to   the version it brings
     */
    public record Order(String id, String app, Optional<Version> from, Version to, Terms terms, String startedBy,
            Instant startedAt) {}

    /**
     * How far it is.
     *
     * @param step  what it does now, or did last
     * @param since when that step began
     * @param back  whether it undoes what it did
     */
    public record Position(Step step, Instant since, boolean back) {}

    /** Something it did, in words. */
    public record Entry(Instant at, String text) {}

    /**
     * A finding about a failure.
     *
     * @param about an instance's id, or what was asked
     * @param text  what was found: reason codes, an answer, console output
     */
    public record Evidence(String about, String text) {}

    /**
     * An instance as it was seen.
     *
     * @param fresh whether it is one of the new ones
     * @param state {@code starting}, {@code initial}, {@code healthy}, {@code unhealthy}, {@code draining}, {@code out} (of
     *              service), {@code standby} or {@code leaving}
     * @param why   reason code and description, if the state needs them
     */
    public record Seen(String id, boolean fresh, String state, String why) {}

    public Rollout {
        evidence = List.copyOf(evidence);
        seen = List.copyOf(seen);
        entries = List.copyOf(entries);
    }

    public static Rollout begun(Order order) {
        var now = order.startedAt();
        return new Rollout(order, Optional.empty(), new Position(Step.SETTLE, now, false), State.RUNNING,
                Optional.empty(), Optional.empty(), List.of(), List.of(),
                List.of(new Entry(now, "started by " + order.startedBy())));
    }

    public String id() {
        return order.id();
    }

    public String app() {
        return order.app();
    }

    public Optional<Version> from() {
        return order.from();
    }

    public Version to() {
        return order.to();
    }

    public Terms terms() {
        return order.terms();
    }

    public Step step() {
        return position.step();
    }

    public Instant since() {
        return position.since();
    }

    public boolean isBack() {
        return position.back();
    }

    public boolean isOver() {
        return endedAt.isPresent();
    }

    public Rollout at(Step next, Instant now) {
        return in(new Position(next, now, isBack())).wrote(now, next.words());
    }

    /** On the way back, for this reason. */
    public Rollout turned(Step first, String reason, List<Evidence> found, Instant now) {
        return failed(reason, found, now).in(new Position(first, now, true)).wrote(now, first.words());
    }

    public Rollout failed(String reason, List<Evidence> found, Instant now) {
        var all = new ArrayList<>(evidence);
        all.addAll(found);
        return new Rollout(order, facts, position, state, endedAt, Optional.of(failure.orElse(reason)), all, seen,
                entries).wrote(now, reason);
    }

    public Rollout noted(Facts noted) {
        return new Rollout(order, Optional.of(noted), position, state, endedAt, failure, evidence, seen, entries);
    }

    public Rollout saw(List<Seen> instances) {
        return new Rollout(order, facts, position, state, endedAt, failure, evidence, instances, entries);
    }

    public Rollout wrote(Instant now, String text) {
        var all = new ArrayList<>(entries);
        all.add(new Entry(now, text));
        return new Rollout(order, facts, position, state, endedAt, failure, evidence, seen,
                all.subList(Math.max(0, all.size() - ENTRIES), all.size()));
    }

    public Rollout ended(State end, Instant now) {
        return new Rollout(order, facts, position, end, Optional.of(now), failure, evidence, seen, entries);
    }

    /** The same, taken up again: one that failed is not over for whoever mends it. */
    public Rollout resumed(String by, Instant now) {
        return new Rollout(order, facts, new Position(step(), now, isBack()), State.RUNNING, Optional.empty(),
                isBack() ? failure : Optional.empty(), evidence, seen, entries).wrote(now, "taken up by " + by);
    }

    private Rollout in(Position next) {
        return new Rollout(order, facts, next, state, endedAt, failure, evidence, seen, entries);
    }
}
