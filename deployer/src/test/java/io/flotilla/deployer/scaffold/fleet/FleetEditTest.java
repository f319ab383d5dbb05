package io.flotilla.deployer.scaffold.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.flotilla.deployer.terminal.Failure;
import org.junit.jupiter.api.Test;

class FleetEditTest {
    private static final FleetEntry ENTRY = new FleetEntry("New", "New", "jvm", "new", "new.jar", "/new/",
            List.of("a@b.c"),
            List.of(), Map.of());
    private static final String LINES = String.join("\n", ENTRY.lines(2, 2)) + "\n";

    @Test
    void theNewAppStandsBehindTheLastAndNotACharacterChangesElsewhere() throws IOException {
        var demo = Files.readString(Path.of("demo/fleet.yaml"));
        var edited = FleetEdit.add(demo, ENTRY);
        assertEquals(demo + "\n" + LINES, edited);
    }

    @Test
    void whatFollowsTheAppsStaysBehindThem() {
        var old = "apps:\n  Old:\n    title: Old  # of 1999\n    # nothing more to say\n";
        var rest = "\n# the end\nenvironments: {}\n";
        assertEquals(old + "\n" + LINES + rest, FleetEdit.add(old + rest, ENTRY));
    }

    @Test
    void appsWithoutBlankLinesBetweenThemGetNone() {
        assertEquals("apps:\n  A:\n    title: A\n  B:\n    title: B\n" + LINES,
                FleetEdit.add("apps:\n  A:\n    title: A\n  B:\n    title: B\n", ENTRY));
    }

    @Test
    void indentationLineEndsAndAMissingLastLineEndAreTheFilesOwn() {
        var edited = FleetEdit.add("apps:\r\n    A:\r\n          title: A", ENTRY);
        assertTrue(
                edited.startsWith("apps:\r\n    A:\r\n          title: A\r\n\r\n    New:\r\n          title: New\r\n"),
                edited);
        assertEquals(edited, edited.replace("\r\n", "\n").replace("\n", "\r\n"));
    }

    @Test
    void aByteOrderMarkAndCharactersBeyondTheFirstPlaneMoveNothing() {
        var yaml = "\ufeff# \ud83d\ude80\ud83d\ude80\napps:\n  A:\n    title: \ud83d\ude80\n";
        assertEquals(yaml + "\n" + LINES, FleetEdit.add(yaml, ENTRY));
    }

    @Test
    void anAliasABlockAndBracesAtTheEndAreWhereTheyAreWritten() {
        for (var last : List.of("dev: *shared\n", "title: |\n      several\n      lines\n",
                "dev: { priority: 1 }  # why\n",
                "email_to:\n      - a@b.c\n", "dev:\n")) {
            var yaml = "x: &shared { priority: 1 }\napps:\n  A:\n    " + last;
            assertEquals(yaml + "\n" + LINES, FleetEdit.add(yaml, ENTRY));
        }
    }

    @Test
    void emptyBracesMakeRoom() {
        assertEquals("apps:  # none yet\n" + LINES + "fleet: f\n",
                FleetEdit.add("apps: {}  # none yet\nfleet: f\n", ENTRY));
    }

    @Test
    void appsInBracesAreLeftToAPersonWithTheLinesToWrite() {
        var refused = assertThrows(Failure.class, () -> FleetEdit.add("apps: { A: { title: A } }\n", ENTRY));
        assertTrue(refused.getMessage().contains("    url_path: /new/"), refused.getMessage());
    }
}
