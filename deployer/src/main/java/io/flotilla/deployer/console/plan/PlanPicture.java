package io.flotilla.deployer.console.plan;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.flotilla.deployer.apply.Outcome;
import io.flotilla.deployer.plan.Plan;
import io.flotilla.deployer.plan.PlanText;
import io.flotilla.deployer.plan.StackPlan;

/**
 * A draft as the page shows it.
 *
 * @param tone {@code good}, {@code warning}, {@code bad} or {@code none}
 */
public record PlanPicture(String id, String state, String tone, String by, Instant at, List<Row> rows,
        List<String> notes, List<String> objections, String sum, String trouble, boolean canBeApplied,
        boolean isBusy) {

    /**
     * One stack.
     *
     * @param doing what is being done to it, or what came of it; empty if nothing
     */
    public record Row(String subject, String kind, String tone, String meaning, List<String> parts, String drift,
            String holder, String doing, String doingTone) {}

    static PlanPicture of(Draft draft) {
        var plan = draft.plan();
        var outcomes = draft.outcomes().stream()
                .collect(Collectors.toMap(outcome -> outcome.plan().stack(), Function.identity()));
        return new PlanPicture(draft.id(), words(draft), tone(draft), draft.by(),
                draft.at(),
                plan.stream().flatMap(made -> made.stacks().stream()).map(stack -> row(stack, draft, outcomes))
                        .toList(),
                plan.map(PlanPicture::notes).orElse(List.of()),
                plan.map(made -> made.survey().objections()).orElse(List.of()), plan.map(PlanText::sum).orElse(""),
                draft.trouble(), draft.canBeApplied(), draft.isBusy());
    }

    private static List<String> notes(Plan plan) {
        return Stream.concat(plan.survey().notes().stream(), plan.registration().stream()
                .flatMap(change -> PlanText.lines(change).stream().map(line -> "sign-in: " + line))).toList();
    }

    private static String words(Draft draft) {
        return switch (draft.state()) {
            case PLANNING -> "being worked out";
            case READY -> draft.plan().filter(Plan::isNothing).isPresent() ? "nothing to do" : "ready";
            case APPLYING -> "being applied";
            case APPLIED -> isWhole(draft) ? "applied" : "not all was applied";
            case FAILED -> "failed";
        };
    }

    private static boolean isWhole(Draft draft) {
        return draft.trouble().isEmpty()
                && draft.outcomes().stream().allMatch(outcome -> outcome.state() == Outcome.State.DONE);
    }

    private static String tone(Draft draft) {
        return switch (draft.state()) {
            case PLANNING, APPLYING -> "warning";
            case READY -> draft.plan().filter(Plan::isBlocked).isPresent() ? "bad" : "good";
            case APPLIED -> isWhole(draft) ? "good" : "bad";
            case FAILED -> "bad";
        };
    }

    private static Row row(StackPlan stack, Draft draft, Map<String, Outcome> outcomes) {
        var outcome = Optional.ofNullable(outcomes.get(stack.stack()));
        return new Row(stack.subject(), stack.kind().name().toLowerCase(Locale.ROOT), switch (stack.kind()) {
            case CREATE, UPDATE -> "warning";
            case REPLACE, DELETE, BLOCKED -> "bad";
            case UNCHANGED -> "good";
        }, stack.meaning(), stack.change().stream().flatMap(change -> change.resources().stream())
                .map(PlanText::words).toList(), stack.drift().orElse(""), stack.holder().orElse(""),
                outcome.map(PlanPicture::came).orElse(draft.steps().getOrDefault(stack.stack(), "")),
                outcome.map(came -> came.state() == Outcome.State.DONE ? "good" : "bad").orElse("warning"));
    }

    private static String came(Outcome outcome) {
        var word = outcome.state().name().toLowerCase(Locale.ROOT);
        return outcome.detail().isEmpty() ? word : word + ": " + outcome.detail();
    }
}
