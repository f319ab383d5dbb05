package io.flotilla.base.catalogue;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * Catalogues that are large in some dimension: long values, wide mappings that many refer to, merges of merges, variables of
 * any length. The limit on time ends a hang and says nothing of speed.
 */
class ExhaustingFuzzTest {
    private static final Duration HANG = Duration.ofSeconds(60);
    private static final List<String> KEYS = List.of("title", "owners", "requires", "repo", "app_dir", "conda_env",
            "url_path", "email_to", "artifact", "description", "local", "health", "variables", "unknown", "codebase");
    private static final List<String> PARTS = List.of("a", ".a", "a.", "/a", "-a", "a@a", "..", "%2e", "&a=b", "${A}",
            "${LONG}", "${NOT_SET}", "${", "$${", "\\u2028", "\\u0085", "é", "\\U0001F680", " ", "0", "ssm:/",
            "https://a");
    private static final List<Integer> FEW_OR_MANY = List.of(0, 1, 2, 30, 300, 1_500);
    private static final Map<String, String> VARIABLES = Map.of("A", "a", "LONG", "long ".repeat(20_000));

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void largeCataloguesAreReadOrExplained(@ForAll Random random) {
        var text = fleet(random);
        var problems = assertTimeoutPreemptively(HANG, () -> problems(text));
        assertTrue(problems.size() <= 502, () -> problems.size() + " problems");
        problems.forEach(problem -> assertTrue(problem.toString().length() < 1_000
                && !problem.toString().matches("(?s).*[\\p{Cntrl}\u2028].*"), problem::toString));
    }

    private static List<Problem> problems(String text) {
        var reading = new CatalogueReader(VARIABLES).read("f", text.getBytes(StandardCharsets.UTF_8));
        return reading instanceof Reading.Invalid invalid ? invalid.problems() : List.of();
    }

    /** A mapping and a list that everything else refers to, a tower of merges, and apps made of all of them. */
    private static String fleet(Random random) {
        var text = new StringBuilder("fleet: a\nenvironments: { local: { platform: local } }\n");
        text.append("v: &v ").append(value(random)).append("\nl: &l [\n");
        for (var i = many(random); i >= 0; i--) {
            text.append("  ").append(random.nextInt(20) > 0 ? "*v" : value(random)).append(",\n");
        }
        text.append("  ]\nm0: &m0\n  local: {}\n");
        for (var i = many(random); i >= 0; i--) {
            text.append("  k").append(i).append(": ").append(any(random)).append('\n');
        }
        for (var i = 1; i <= 12; i++) {
            text.append("m%d: &m%d { <<: [ %s] }\n".formatted(i, i,
                    "*m%d, ".formatted(i - 1).repeat(1 + random.nextInt(20))));
        }
        text.append("apps:\n");
        for (var i = many(random); i >= 0; i--) {
            app(text.append("  A").append(i).append(":\n"), random);
        }
        return text.toString();
    }

    private static void app(StringBuilder text, Random random) {
        if (random.nextBoolean()) {
            text.append("    <<: *m").append(random.nextInt(13)).append('\n');
        }
        var first = random.nextInt(KEYS.size());
        for (var i = 0; i <= random.nextInt(5); i++) {
            text.append("    ").append(KEYS.get((first + i) % KEYS.size())).append(": ").append(any(random))
                    .append('\n');
        }
    }

    private static String any(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> "*l";
            case 1 -> "*m0";
            case 2 -> random.nextInt(50) == 0 ? value(random) : "x";
            case 3 -> "{ <<: *m0, k0: *l }";
            default -> "*v";
        };
    }

    private static String value(Random random) {
        var part = PARTS.get(random.nextInt(PARTS.size()));
        return "\"" + (random.nextBoolean() ? "" : "a") + part.repeat(1 + many(random)) + "\"";
    }

    private static int many(Random random) {
        return FEW_OR_MANY.get(random.nextInt(FEW_OR_MANY.size()));
    }
}
