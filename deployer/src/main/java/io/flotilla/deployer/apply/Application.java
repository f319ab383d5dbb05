package io.flotilla.deployer.apply;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;

import io.flotilla.base.noticeboard.Noticeboard.Superseded;
import io.flotilla.deployer.noticeboard.CataloguePoster;
import io.flotilla.deployer.plan.Plan;
import io.flotilla.deployer.platform.Platform;
import io.flotilla.deployer.platform.stack.Progress;
import io.flotilla.deployer.terminal.Failure;

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
     * What came of everything in the plan that had something to do, in its order.
     *
     * @param atATime how many stacks are changed at the same time
     * @throws Failure if the catalogue could not be posted
     */
    public List<Outcome> carryOut(Plan plan, Progress progress, int atATime) {
        platform.introduce(plan.stacks().stream().filter(plan::acts).flatMap(stack -> stack.change().stream())
                .flatMap(change -> change.order().app().stream()).toList());
        var outcomes = new Apply(platform.stacks(), progress, atATime).run(plan);
        post(plan);
        return outcomes;
    }

    private void post(Plan plan) {
        try {
            new CataloguePoster(platform.noticeboard(), Clock.systemUTC()).post(file, yaml, person);
        } catch (UncheckedIOException | Superseded failure) {
            throw new Failure("the catalogue is applied but could not be posted: %s; run \"deployer post %s\""
                    .formatted(failure.getMessage(), plan.environment().key()), failure);
        }
    }
}
