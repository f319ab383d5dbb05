package io.flotilla.deployer.console.rollout;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import io.flotilla.base.noticeboard.posting.RolloutPosting;
import io.flotilla.base.noticeboard.posting.RolloutPosting.State;
import io.flotilla.deployer.journal.Journal;
import io.flotilla.deployer.journal.Rollout;
import io.flotilla.deployer.journal.Rollout.Entry;
import io.flotilla.deployer.journal.Rollout.Evidence;
import io.flotilla.deployer.journal.Rollout.Seen;
import io.flotilla.deployer.journal.Step;
import io.flotilla.deployer.platform.Revisions.Version;
import io.flotilla.deployer.rollout.Course;
import io.flotilla.deployer.rollout.Outcomes;
import io.flotilla.deployer.rollout.Rollouts;

/**
 * An app's newest rollout as the page draws it: two generations of instances, and the steps.
 *
 * @param words   how it stands
 * @param why     why it goes back; empty unless it does so now
 * @param tone    {@code good}, {@code warning} or {@code bad}
 * @param holder  who does it, while somebody does
 * @param actions what a person may do about it
 */
public record Picture(String words, String why, String tone, String state, String holder, String startedBy,
        Instant startedAt, List<Row> rows, List<Mark> steps, List<Action> actions, List<Entry> entries,
        List<Evidence> evidence) {

    /** A generation of instances. Two versions may bring one revision: then their settings differ. */
    public record Row(String name, String revision, String version, List<Dot> instances) {}

    /** An instance. */
    public record Dot(String id, String state, String tone, String why) {}

    /** A step: {@code done}, {@code now}, {@code failed} or {@code to come}. */
    public record Mark(String words, String state) {
        public boolean isCurrent() {
            return state.equals("now") || state.equals("failed");
        }
    }

    /** @param news what was told last of any rollout of the app */
    static Optional<Picture> of(Journal.Page page, Optional<RolloutPosting> news, Instant now) {
        return page.rollout().map(rollout -> of(page, rollout, news, now));
    }

    /** Whether a person is waited for, who may approve it. */
    public boolean asksForApproval() {
        return actions.contains(Action.APPROVE);
    }

    public boolean hasFailed() {
        return tone.equals("bad");
    }

    private static Picture of(Journal.Page page, Rollout rollout, Optional<RolloutPosting> news, Instant now) {
        var held = page.holder().filter(holder -> !holder.hasExpired(now));
        var running = rollout.state() == State.RUNNING;
        var lost = running && held.isEmpty();
        var words = lost
                ? "the process that did it is gone; resume it, or roll it back"
                : running ? doing(rollout, news) : Outcomes.words(rollout);
        return new Picture(words, running && rollout.isBack() ? rollout.failure().orElse("") : "",
                tone(rollout, lost), state(rollout, lost),
                held.map(holder -> holder.name() + " on " + holder.host()).orElse(""), rollout.order().startedBy(),
                rollout.order().startedAt(), rows(rollout), steps(rollout),
                actions(rollout, running && held.isPresent()), newestFirst(rollout.entries()), rollout.evidence());
    }

    /** The step, and what it waits for, if that was told since the step began. */
    private static String doing(Rollout rollout, Optional<RolloutPosting> news) {
        return news.filter(told -> told.id().equals(rollout.id())).map(RolloutPosting::step)
                .filter(told -> told.startsWith(rollout.step().words())).orElse(rollout.step().words());
    }

    private static String tone(Rollout rollout, boolean lost) {
        return switch (rollout.state()) {
            case RUNNING -> lost ? "bad" : "warning";
            case DONE -> "good";
            case ROLLED_BACK -> "warning";
            case FAILED -> "bad";
        };
    }

    private static String state(Rollout rollout, boolean lost) {
        return switch (rollout.state()) {
            case RUNNING -> lost ? "abandoned" : rollout.isBack() ? "going back" : "running";
            case DONE -> "done";
            case ROLLED_BACK -> "rolled back";
            case FAILED -> "failed";
        };
    }

    private static List<Row> rows(Rollout rollout) {
        return List.of(row("Old", rollout.from(), dots(rollout, false)),
                row("New", Optional.of(rollout.to()), dots(rollout, true)));
    }

    private static Row row(String name, Optional<Version> version, List<Dot> instances) {
        return new Row(name, version.map(Version::revision).map(Outcomes::shortened).orElse("none"),
                version.map(Version::id).orElse(""), instances);
    }

    private static List<Dot> dots(Rollout rollout, boolean fresh) {
        return rollout.seen().stream().filter(seen -> seen.fresh() == fresh)
                .map(seen -> new Dot(seen.id(), seen.state(), tone(seen), seen.why())).toList();
    }

    private static String tone(Seen seen) {
        return switch (seen.state()) {
            case "healthy" -> "good";
            case "unhealthy" -> "bad";
            case "out", "leaving", "standby" -> "unknown";
            default -> "warning";
        };
    }

    private static List<Mark> steps(Rollout rollout) {
        var course = rollout.isBack()
                ? Course.SAFE.back()
                : rollout.from().isPresent() ? Course.SAFE.forward() : Course.SAFE.alone();
        int at = course.indexOf(rollout.step());
        return course.stream().map(step -> mark(rollout, step, course.indexOf(step), at)).toList();
    }

    private static Mark mark(Rollout rollout, Step step, int place, int at) {
        var over = rollout.state() == State.DONE || rollout.state() == State.ROLLED_BACK;
        var here = rollout.state() == State.FAILED ? "failed" : "now";
        return new Mark(step.words(), place < at || over ? "done" : place == at ? here : "to come");
    }

    private static List<Action> actions(Rollout rollout, boolean attended) {
        if (attended) {
            var returns = !rollout.isBack() && !Course.isBeyondReturn(rollout);
            return !returns
                    ? List.of()
                    : rollout.step() == Step.VERIFY && rollout.terms().approval().isPresent()
                            ? List.of(Action.APPROVE, Action.ABORT)
                            : List.of(Action.ABORT);
        }
        if (Rollouts.isUnfinished(rollout)) {
            return Course.isBeyondReturn(rollout)
                    ? List.of(Action.RESUME)
                    : List.of(Action.RESUME, Action.ROLLBACK);
        }
        return rollout.state() == State.DONE && rollout.from().isPresent()
                ? List.of(Action.ROLLOUT, Action.ROLLBACK)
                : List.of(Action.ROLLOUT);
    }

    private static List<Entry> newestFirst(List<Entry> entries) {
        var reversed = new ArrayList<>(entries);
        Collections.reverse(reversed);
        return reversed;
    }

    /** A past rollout in the list. */
    public record Past(String id, Instant at, String from, String to, String by, String took, String state,
            String tone, String words) {

        static Past of(Rollout rollout) {
            var took = rollout.endedAt().map(end -> Duration.between(rollout.order().startedAt(), end))
                    .map(time -> "%d:%02d min".formatted(time.toMinutes(), time.toSecondsPart())).orElse("–");
            return new Past(rollout.id(), rollout.order().startedAt(),
                    rollout.from().map(Version::revision).map(Outcomes::shortened).orElse("–"),
                    Outcomes.shortened(rollout.to().revision()), rollout.order().startedBy(), took,
                    Picture.state(rollout, false), Picture.tone(rollout, false), rollout.failure().orElse(""));
        }
    }
}
