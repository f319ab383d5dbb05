package io.flotilla.deployer.apply;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.flotilla.base.noticeboard.Noticeboard.Superseded;
import io.flotilla.deployer.noticeboard.CataloguePoster;
import io.flotilla.deployer.plan.Plan;
import io.flotilla.deployer.platform.Platform;
import io.flotilla.deployer.platform.PlatformFailure;
import io.flotilla.deployer.platform.identity.Registration;
import io.flotilla.deployer.platform.stack.Progress;

/**
 * A confirmed plan, carried out from the secrets that new apps need before to the catalogue that is posted after. From then on it is
 * the catalogue as it was last applied, which the portal and the health-monitor go by.
 *
 * @param file   the catalogue's name, for those who read of its problems
 * @param yaml   the catalogue's text, as it was planned
 * @param person who applies it, as {@code name@host}
 */
public record Application(Platform platform, String file, String yaml, String person) {

    /**
     * What came of it.
     *
     * @param outcomes of everything in the plan that had something to do, in its order
     * @param troubles what else went wrong, and how to mend it
     */
    public record Report(List<Outcome> outcomes, List<String> troubles) {
        public boolean isWhole() {
            return troubles.isEmpty() && outcomes.stream().allMatch(outcome -> outcome.state() == Outcome.State.DONE);
        }
    }

    /** @param atATime how many stacks are changed at the same time */
    public Report carryOut(Plan plan, Progress progress, int atATime) {
        platform.introduce(plan.stacks().stream().filter(plan::acts).flatMap(stack -> stack.change().stream())
                .flatMap(change -> change.order().app().stream()).toList());
        var outcomes = new Apply(platform.stacks(), progress, atATime).run(plan);
        var troubles = new ArrayList<String>();
        plan.registration().flatMap(this::register).ifPresent(troubles::add);
        post(plan).ifPresent(troubles::add);
        return new Report(outcomes, troubles);
    }

    private Optional<String> register(Registration shown) {
        try {
            platform.signIn().bring(shown);
            return Optional.empty();
        } catch (PlatformFailure failure) {
            return Optional.of(failure.getMessage());
        }
    }

    private Optional<String> post(Plan plan) {
        try {
            new CataloguePoster(platform.noticeboard(), Clock.systemUTC()).post(file, yaml, person);
            return Optional.empty();
        } catch (UncheckedIOException | Superseded failure) {
            return Optional.of("the catalogue is applied but could not be posted: %s; run \"deployer post %s\""
                    .formatted(failure.getMessage(), plan.environment().key()));
        }
    }
}
