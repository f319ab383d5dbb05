package io.flotilla.deployer.console.plan;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.flotilla.base.catalogue.EnvironmentName;
import io.flotilla.deployer.apply.Outcome;
import io.flotilla.deployer.plan.Plan;
import io.flotilla.deployer.plan.StackPlan;

/**
 * A plan in the console, from when it is asked for until what came of it is known. It never changes; what happens makes a new one.
 *
 * @param id       by which it is confirmed: what is executed is this plan and no other
 * @param by       who asked for it
 * @param plan     empty while it is worked out
 * @param steps    what is being done to each stack now, while it is applied
 * @param outcomes what came of each stack, once it is applied
 * @param trouble  why there is no plan, or why not all of it was done; empty if there is no trouble
 */
record Draft(String id, EnvironmentName environment, String by, Instant at, State state, Optional<Plan> plan,
        Map<String, String> steps, List<Outcome> outcomes, String trouble) {

    /** How far it has come. */
    enum State {
        PLANNING, READY, APPLYING, APPLIED, FAILED
    }

    static Draft begun(String id, EnvironmentName environment, String by, Instant at) {
        return new Draft(id, environment, by, at, State.PLANNING, Optional.empty(), Map.of(), List.of(), "");
    }

    Draft planned(Plan made) {
        return new Draft(id, environment, by, at, State.READY, Optional.of(made), steps, outcomes, trouble);
    }

    Draft applying() {
        return new Draft(id, environment, by, at, State.APPLYING, plan, steps, outcomes, trouble);
    }

    Draft step(String stack, String what) {
        var all = new LinkedHashMap<>(steps);
        all.put(stack, what);
        return new Draft(id, environment, by, at, state, plan, Map.copyOf(all), outcomes, trouble);
    }

    Draft applied(List<Outcome> came, String troubles) {
        return new Draft(id, environment, by, at, State.APPLIED, plan, Map.of(), List.copyOf(came), troubles);
    }

    Draft failed(String why) {
        return new Draft(id, environment, by, at, State.FAILED, plan, steps, outcomes, why);
    }

    boolean isBusy() {
        return state == State.PLANNING || state == State.APPLYING;
    }

    /** Whether it can be confirmed now. */
    boolean canBeApplied() {
        return state == State.READY && plan.filter(made -> made.survey().objections().isEmpty() && !made.isNothing())
                .isPresent();
    }

    /** Whether confirming it takes the fleet's name, because it removes something. */
    boolean removes() {
        return plan.filter(made -> made.stacks().stream()
                .anyMatch(stack -> stack.kind() == StackPlan.Kind.DELETE && made.acts(stack)))
                .isPresent();
    }
}
