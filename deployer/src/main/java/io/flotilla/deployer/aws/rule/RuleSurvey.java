package io.flotilla.deployer.aws.rule;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.deployer.aws.rule.ListenerRules.Held;
import io.flotilla.deployer.platform.stack.Change;
import io.flotilla.deployer.platform.stack.Stack;
import io.flotilla.deployer.platform.stack.Survey;

/**
 * How changes get along with the rules that are on the load balancer. A priority can be held by one rule only, so what wants
 * another's waits until that has moved; where they wait for each other, one steps aside to a free priority first.
 */
public final class RuleSurvey {
    /** Rules of one load balancer, without the default ones (Elastic Load Balancing quotas; can be raised). */
    static final int MOST_RULES = 100;

    private final EnvironmentView view;
    private final List<Held> rules;
    private final Map<String, String> stackOfTargetGroup;
    private final Map<String, App> wanting = new LinkedHashMap<>();
    private final Set<String> leaving;
    private final List<String> objections = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, Set<String>> waits = new HashMap<>();
    private final Map<String, Aside> asides = new HashMap<>();

    /** A rule that makes room before a stack is changed. */
    public record Aside(String rule, int priority) {}

    /** @param stackOfTargetGroup our own stacks by the ARN of their target group */
    public RuleSurvey(EnvironmentView view, List<Held> rules, Map<String, String> stackOfTargetGroup,
            List<Change> changes,
            List<Stack> removals) {
        this.view = view;
        this.rules = rules;
        this.stackOfTargetGroup = stackOfTargetGroup;
        changes.forEach(change -> change.order().app().ifPresent(app -> wanting.put(change.stack(), app)));
        leaving = removals.stream().map(Stack::name).collect(Collectors.toSet());
        wanting.forEach(this::look);
        wanting.keySet().forEach(stack -> breakCircle(stack, stack, new HashSet<>()));
        count();
    }

    public Survey survey() {
        return new Survey(objections, waits, notes);
    }

    /** By the stack before whose change they are to be done. */
    public Map<String, Aside> asides() {
        return Map.copyOf(asides);
    }

    private void look(String stack, App app) {
        var priority = priority(app);
        for (var rule : rules) {
            var owner = owner(rule);
            if (owner.filter(stack::equals).isPresent()) {
                continue;
            } else if (rule.priority() == priority) {
                lookAtHolder(stack, app, rule, owner);
            } else if (sharesPath(app, rule)) {
                lookAtPath(stack, app, rule, owner);
            }
        }
    }

    private void lookAtPath(String stack, App app, Held rule, Optional<String> owner) {
        if (owner.filter(this::moves).isPresent()) {
            waitFor(stack, owner.get());
            return;
        }
        objections.add("apps.%s.url_path: %s leads %s elsewhere, at priority %d; remove that, or take another path"
                .formatted(app.name(), holder(rule, owner), app.urlPath(), rule.priority()));
    }

    private void lookAtHolder(String stack, App app, Held rule, Optional<String> owner) {
        if (owner.filter(this::moves).isPresent()) {
            waitFor(stack, owner.get());
            return;
        }
        objections.add("apps.%s.%s.priority: %d is taken on the load balancer by %s; free: %s".formatted(app.name(),
                view.environment().name().key(), rule.priority(), holder(rule, owner),
                free().map(Object::toString).orElse("none")));
    }

    private static String holder(Held rule, Optional<String> owner) {
        return owner.map(stack -> "the stack " + stack).orElse("a rule that this fleet did not make, for "
                + (rule.paths().isEmpty() ? "any path" : String.join(", ", rule.paths())));
    }

    /** Whether the stack's rule goes away, or to another place. */
    private boolean moves(String stack) {
        if (leaving.contains(stack)) {
            return true;
        }
        var app = wanting.get(stack);
        return app != null && rules.stream().filter(rule -> owner(rule).filter(stack::equals).isPresent())
                .anyMatch(rule -> rule.priority() != priority(app) || !sharesPath(app, rule));
    }

    private void waitFor(String stack, String other) {
        waits.computeIfAbsent(stack, none -> new HashSet<>()).add(other);
    }

    /** Follows who waits for whom; if that leads back, the last one does not wait, and the rule in its way steps aside. */
    private void breakCircle(String start, String stack, Set<String> seen) {
        if (!seen.add(stack)) {
            return;
        }
        for (var next : Set.copyOf(waits.getOrDefault(stack, Set.of()))) {
            if (next.equals(start)) {
                waits.get(stack).remove(next);
                stepAside(stack, next);
            } else {
                breakCircle(start, next, seen);
            }
        }
    }

    private void stepAside(String stack, String inTheWay) {
        var wanted = priority(wanting.get(stack));
        var rule = rules.stream().filter(held -> held.priority() == wanted
                && owner(held).filter(inTheWay::equals).isPresent()).findFirst();
        if (rule.isEmpty()) {
            return;
        }
        free().ifPresentOrElse(priority -> {
            asides.put(stack, new Aside(rule.get().arn(), priority));
            notes.add("%s takes the priority %d of %s, which steps aside to %d until its own change".formatted(
                    wanting.get(stack).name(), wanted, wanting.get(inTheWay).name(), priority));
        }, () -> objections.add("apps.%s and apps.%s swap priorities, and none is free to step aside to"
                .formatted(wanting.get(stack).name(), wanting.get(inTheWay).name())));
    }

    private void count() {
        var held = rules.stream().map(this::owner).flatMap(Optional::stream).collect(Collectors.toSet());
        var added = wanting.keySet().stream().filter(stack -> !held.contains(stack)).count();
        var gone = leaving.stream().filter(held::contains).count();
        if (rules.size() + added - gone > MOST_RULES) {
            objections
                    .add(("the load balancer would have %d rules, and AWS allows %d (and as many target groups): move "
                            + "some apps to another environment").formatted(rules.size() + added - gone, MOST_RULES));
        }
    }

    /** Free on the load balancer, and wanted by no berth; from the end, where people look last. */
    private Optional<Integer> free() {
        var taken = new HashSet<>(rules.stream().map(Held::priority).toList());
        view.apps().forEach(app -> taken.add(priority(app)));
        asides.values().forEach(aside -> taken.add(aside.priority()));
        var range = view.environment().priorities().orElseThrow();
        return IntStream.rangeClosed(range.first(), range.last()).boxed().filter(free -> !taken.contains(free))
                .reduce((lower, higher) -> higher);
    }

    private int priority(App app) {
        return view.berth(app).priority().orElseThrow();
    }

    private Optional<String> owner(Held rule) {
        return rule.targetGroup().map(stackOfTargetGroup::get);
    }

    private boolean sharesPath(App app, Held rule) {
        var path = app.urlPath();
        var host = URI.create(view.origin(app)).getHost();
        return (rule.hosts().isEmpty() || rule.hosts().contains(host))
                && (rule.paths().contains(path + "*") || rule.paths().contains(path.substring(0, path.length() - 1)));
    }
}
