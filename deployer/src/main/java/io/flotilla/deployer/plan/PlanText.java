package io.flotilla.deployer.plan;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.flotilla.deployer.plan.StackPlan.Kind;
import io.flotilla.deployer.platform.identity.Registration;
import io.flotilla.deployer.platform.stack.Change.Part;

/** A plan for a person: one line an app, what it means, and below it which parts change. */
public final class PlanText {
    private static final String INDENT = "      ";
    private static final String SIGN_IN = "(sign-in)";

    private PlanText() {}

    public static String of(Plan plan) {
        var width = Stream
                .concat(plan.stacks().stream().map(StackPlan::subject),
                        plan.registration().stream().map(any -> SIGN_IN))
                .mapToInt(String::length).max().orElse(0);
        var text = new StringBuilder("Plan for %s in %s%n".formatted(plan.fleet(), plan.environment().key()));
        plan.stacks().forEach(stack -> stack(text, stack, width));
        plan.registration().ifPresent(change -> {
            text.append("  ~ %s  update     who can sign in where%n".formatted(padded(SIGN_IN, width)));
            lines(change).forEach(line -> text.append(INDENT).append(line).append('\n'));
        });
        plan.survey().notes().forEach(note -> text.append("  * ").append(note).append('\n'));
        plan.survey().objections().forEach(objection -> text.append("  ! ").append(objection).append('\n'));
        return text.append(sum(plan)).append('\n').toString();
    }

    private static void stack(StringBuilder text, StackPlan stack, int width) {
        text.append("%3s %s  %-9s  %s%n".formatted(mark(stack.kind()), padded(stack.subject(), width),
                word(stack.kind()), stack.meaning()));
        if (stack.kind() != Kind.CREATE) {
            stack.change().ifPresent(change -> change.resources().forEach(part -> part(text, part)));
        }
        stack.drift().ifPresent(drift -> text.append(INDENT).append("drift: ").append(drift).append('\n'));
        stack.holder().ifPresent(holder -> text.append(INDENT).append("locked: ").append(holder).append('\n'));
    }

    private static void part(StringBuilder text, Part part) {
        text.append(INDENT).append(words(part)).append('\n');
    }

    /** {@code + callback https://labs.example.com/sales/sign-in}. */
    public static List<String> lines(Registration change) {
        return Stream.concat(change.adds().stream().map(added -> "+ " + added),
                change.removes().stream().map(removed -> "- " + removed)).toList();
    }

    /** {@code ~ LaunchTemplate modify (LaunchTemplateData)}. */
    public static String words(Part part) {
        var properties = part.properties().isEmpty() ? "" : " (" + String.join(", ", part.properties()) + ")";
        return "%s %s %s%s".formatted(switch (part.action()) {
            case ADD -> "+";
            case MODIFY -> "~";
            case REPLACE -> "-/+";
            case MAY_REPLACE -> "~?";
            case REMOVE -> "-";
        }, part.id(), part.action().name().toLowerCase(Locale.ROOT).replace('_', ' '), properties);
    }

    /** {@code 1 to create, 2 to update, 3 as they should be; 1 runs old code}. */
    public static String sum(Plan plan) {
        var counts = Stream.of(Kind.values()).filter(kind -> plan.count(kind) > 0)
                .map(kind -> plan.count(kind) + " " + phrase(kind, plan.count(kind)))
                .collect(Collectors.joining(", "));
        var stale = plan.stale().size();
        return counts + (stale == 0 ? "" : "; %d %s old code".formatted(stale, stale == 1 ? "runs" : "run"));
    }

    private static String phrase(Kind kind, long count) {
        return switch (kind) {
            case CREATE -> "to create";
            case UPDATE -> "to update in place";
            case REPLACE -> "to replace";
            case DELETE -> "left over";
            case UNCHANGED -> count == 1 ? "as it should be" : "as they should be";
            case BLOCKED -> "blocked";
        };
    }

    private static String mark(Kind kind) {
        return switch (kind) {
            case CREATE -> "+";
            case UPDATE -> "~";
            case REPLACE -> "-/+";
            case DELETE -> "-";
            case UNCHANGED -> "";
            case BLOCKED -> "!";
        };
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
