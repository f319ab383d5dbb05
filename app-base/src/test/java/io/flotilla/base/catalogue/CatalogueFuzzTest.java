package io.flotilla.base.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Whatever is done to a catalogue, the answer is a catalogue or a list of located problems. */
class CatalogueFuzzTest {
    private static final List<String> TOKENS = List.of("*a", "&a ", "<<: *a", "{", "}", "[", "]", "- ", "? ", ": ",
            "|\n", ">\n", "!!set ",
            "!!binary x", "---\n", "...\n", "%YAML 9.9\n", "\t", "\u0000", "\ufeff", "${HOME}", "${", "$${", "''",
            "\"\\x", "~", "null",
            "true", "0x1f", "1e999", "-1", "9".repeat(400), "\ud83d\ude80", "/", "..", "ami-", "@", "local",
            "prod_ready", "303", "#");
    private final String demo;

    CatalogueFuzzTest() throws IOException {
        demo = Files.readString(CatalogueReaderTest.DEMO);
    }

    @Property(tries = 4_000, shrinking = ShrinkingMode.OFF)
    void mutatedCataloguesAreReadOrExplained(@ForAll Random random) {
        var text = new StringBuilder(demo);
        for (var i = random.nextInt(4); i >= 0; i--) {
            mutate(text, random);
        }
        check(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    void damagedBytesAreReadOrExplained(@ForAll Random random) {
        var bytes = demo.getBytes(StandardCharsets.UTF_8);
        for (var i = random.nextInt(8); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        check(bytes);
    }

    private static void mutate(StringBuilder text, Random random) {
        var lines = text.toString().split("\n", -1);
        var line = random.nextInt(lines.length);
        var at = random.nextInt(text.length());
        switch (random.nextInt(6)) {
            case 0 -> text.insert(at, TOKENS.get(random.nextInt(TOKENS.size())));
            case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(40)));
            case 2 -> replace(text, lines[line], "");
            case 3 -> replace(text, lines[line], lines[line] + "\n" + lines[random.nextInt(lines.length)]);
            case 4 -> replace(text, lines[line], lines[line].replaceAll(":.*",
                    ": " + TOKENS.get(random.nextInt(TOKENS.size())).replace("$", "\\$").replace("\\x", "")));
            default -> replace(text, lines[line], lines[line].replaceFirst("^ *", " ".repeat(random.nextInt(9))));
        }
    }

    private static void replace(StringBuilder text, String line, String by) {
        var at = text.indexOf(line);
        text.replace(at, at + line.length(), by);
    }

    private static void check(byte[] bytes) {
        var reading = new CatalogueReader(Map.of()).read("f", bytes);
        if (reading instanceof Reading.Invalid invalid) {
            assertFalse(invalid.problems().isEmpty());
            invalid.problems().forEach(problem -> {
                assertTrue(problem.line() >= 0 && !problem.message().isBlank() && !problem.fix().isBlank(),
                        problem.toString());
                assertFalse(problem.toString().matches("(?s).*[\\p{Cntrl}].*"), problem.toString());
            });
        } else {
            keepsItsPromises(((Reading.Valid) reading).catalogue());
        }
    }

    private static void keepsItsPromises(Catalogue catalogue) {
        catalogue.environments().forEach((name, environment) -> {
            var view = catalogue.in(name);
            var priorities = new HashSet<Integer>();
            view.apps().forEach(app -> view.berth(app).priority().ifPresent(priority -> {
                assertTrue(priorities.add(priority), "two apps have priority " + priority);
                environment.priorities().ifPresent(range -> assertTrue(range.contains(priority)));
            }));
            view.apps().forEach(app -> assertEquals(app.urlPath(), Settings.of(view, app).get("FLOTILLA_URL_PATH")));
        });
        var paths = new TreeSet<String>();
        catalogue.apps().values().forEach(app -> assertTrue(paths.add(app.urlPath())));
        paths.forEach(path -> {
            var next = paths.higher(path);
            assertFalse(next != null && next.startsWith(path), "%s and %s overlap".formatted(path, next));
        });
    }
}
