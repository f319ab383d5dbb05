package io.flotilla.deployer.rollout.step;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.flotilla.deployer.journal.Requests;
import io.flotilla.deployer.journal.Rollout;
import io.flotilla.deployer.journal.Rollout.Evidence;
import io.flotilla.deployer.platform.Front;

/**
 * Whether the app is as its people want it: good answers in a row over a bake time, then a command, then a person. Begun anew
 * by whoever resumes the rollout, except that an approval counts once given.
 */
public final class Verification {
    private static final int BAD_IN_A_ROW = 5;
    private static final Duration BETWEEN_BAD = Duration.ofSeconds(5);

    private final Hook hook;
    private int good;
    private int bad;
    private Optional<Instant> next = Optional.empty();
    private Optional<Hook.Running> running = Optional.empty();
    private Optional<Instant> asked = Optional.empty();
    private boolean hooked;
    private List<Evidence> evidence = List.of();

    /** A command that has a say: it says no by any exit code but 0. */
    public interface Hook {

        /** Starts it and returns at once. */
        Running start(String command, Map<String, String> environment);

        /** A command under way. */
        interface Running {
            Optional<Integer> exitCode();

            /** The end of what it printed. */
            String output();

            void kill();
        }
    }

    public Verification(Hook hook) {
        this.hook = hook;
    }

    /** What speaks against the app, after a {@link Decision.Fail}. */
    public List<Evidence> evidence() {
        return evidence;
    }

    public void stop() {
        running.ifPresent(Hook.Running::kill);
        running = Optional.empty();
    }

    public Decision decide(Rollout rollout, Front front, Requests requests, Instant now) {
        var terms = rollout.terms();
        if (good < terms.answers()) {
            return ask(rollout, front, now);
        }
        if (terms.hook().isPresent() && !hooked) {
            return call(rollout, terms.hook().get());
        }
        if (terms.approval().isPresent()) {
            return approval(rollout, terms.approval().get(), requests, now);
        }
        return new Decision.Next();
    }

    private Decision ask(Rollout rollout, Front front, Instant now) {
        var terms = rollout.terms();
        if (next.filter(now::isBefore).isPresent()) {
            return waiting(rollout);
        }
        var answer = front.get(terms.path());
        if (terms.isGood(answer.status())) {
            good++;
            bad = 0;
            next = Optional.of(now.plus(terms.bake().dividedBy(Math.max(1, terms.answers() - 1))));
            return good < terms.answers() ? waiting(rollout) : decideNext();
        }
        good = 0;
        bad++;
        next = Optional.of(now.plus(BETWEEN_BAD));
        if (bad < BAD_IN_A_ROW) {
            return new Decision.Wait("%s answered %s; asking again".formatted(terms.path(), said(answer)));
        }
        evidence = List.of(new Evidence("GET " + terms.path(), "%s%n%s".formatted(said(answer), answer.body())));
        return new Decision.Fail("%s answered %s, %d times in a row, where %d to %d is good".formatted(terms.path(),
                said(answer), bad, terms.statusFrom(), terms.statusTo()));
    }

    private static Decision decideNext() {
        return new Decision.Wait("all answers were good");
    }

    private Decision waiting(Rollout rollout) {
        return new Decision.Wait("%d of %d good answers".formatted(good, rollout.terms().answers()));
    }

    private static String said(Front.Answer answer) {
        return answer.status() == 0 ? "not at all" : Integer.toString(answer.status());
    }

    private Decision call(Rollout rollout, String command) {
        if (running.isEmpty()) {
            var environment = new TreeMap<String, String>();
            environment.put("FLOTILLA_APP", rollout.app());
            environment.put("FLOTILLA_REVISION", rollout.to().revision());
            rollout.from().ifPresent(from -> environment.put("FLOTILLA_FORMER_REVISION", from.revision()));
            environment.put("FLOTILLA_URL", rollout.terms().url());
            environment.put("FLOTILLA_ROLLOUT", rollout.id());
            running = Optional.of(hook.start(command, environment));
        }
        var exit = running.get().exitCode();
        if (exit.isEmpty()) {
            return new Decision.Wait("the hook is running: " + command);
        }
        if (exit.get() == 0) {
            hooked = true;
            return new Decision.Wait("the hook is content");
        }
        evidence = List.of(new Evidence("hook", running.get().output()));
        return new Decision.Fail("the hook ended with exit code %d: %s".formatted(exit.get(), command));
    }

    private Decision approval(Rollout rollout, Duration limit, Requests requests, Instant now) {
        if (requests.find(Requests.Kind.APPROVE, rollout.id()).isPresent()) {
            return new Decision.Next();
        }
        var until = asked.orElse(now).plus(limit);
        asked = Optional.of(asked.orElse(now));
        return now.isBefore(until)
                ? new Decision.Wait("look at %s, then approve it (deployer approve) or abort it; it goes back at %s"
                        .formatted(rollout.terms().url(), until))
                : new Decision.Fail("nobody approved it within %d min".formatted(limit.toMinutes()));
    }
}
