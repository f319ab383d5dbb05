package io.flotilla.base.catalogue;

import static io.flotilla.base.catalogue.CatalogueReaderTest.problems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class HostileCatalogueTest {
    @Test
    void anEmptyFileSaysHowToBegin() {
        for (var empty : new String[]{"", "\n\n", "# only a comment\n", "\ufeff"}) {
            assertEquals("f: the file is empty; begin with `fleet: <name>`; docs/catalogue.md lists every key",
                    first(empty));
        }
    }

    @Test
    void aDatabaseThatTheStackMakesNeedsAPlaceForItsAddress() {
        var without = "fleet: f\nenvironments:\n  dev: { platform: aws, postgres: {} }\napps: {}\n";
        var mistake = "f:3:25 environments.dev.postgres: nobody knows where to leave its address and password; "
                + "write database: ssm:/… too, and the deployer leaves them there";
        assertTrue(problems(without).contains(mistake), problems(without)::toString);
        assertFalse(problems(without.replace("postgres:", "database: \"ssm:/dev/db\", postgres:")).toString()
                .contains("nobody knows where"));
        assertTrue(problems(without.replace("{} }", "{ storage: 10 } }")).toString().contains("write 20 or more"));
    }

    @Test
    void aTabIsNamed() {
        assertEquals(
                "f:2:1: this is not YAML: while scanning for the next token, found a TAB; "
                        + "indent with spaces; YAML allows no tabs there",
                first("apps:\n\tSales: {}\n"));
    }

    @Test
    void bytesThatAreNoUtf8AreFound() {
        var text = "fleet: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        var invalid = assertInstanceOf(Reading.Invalid.class, new CatalogueReader(Map.of()).read("f", text));
        assertEquals("f:1:11: byte 11 (0xe9) is not UTF-8; save the file as UTF-8",
                invalid.problems().get(0).toString());
    }

    @Test
    void charactersThatYamlForbidsAreFound() {
        assertEquals("f:2:4: the character U+0000 is not allowed in YAML; remove it", first("fleet: x\nab:\u0000\n"));
    }

    @Test
    void aKeyThatStandsTwiceIsNamedWithBothLines() {
        assertTrue(problems("fleet: a\nfleet: b\n")
                .contains("f:2:1 fleet: it stands twice (first in line 1); remove one of them"));
    }

    @Test
    void aKeyWithoutAValueIsAMistake() {
        assertTrue(problems("fleet:\napps: {}\n")
                .contains("f:1:7 fleet: there is no value; write letters, digits and hyphens, "
                        + "beginning with a letter, at most 40, such as davinci-labs"));
    }

    @Test
    void wrongKindsAreNamed() {
        var problems = problems("fleet: [a]\nenvironments: prod\napps: [Sales]\n");
        assertEquals("f:1:8 fleet: a list where one value belongs; write letters, digits and hyphens, "
                + "beginning with a letter, at most 40, such as davinci-labs", problems.get(0));
        assertEquals("f:2:15 environments: a single value where a mapping belongs; write keys: dev, prod, local",
                problems.get(1));
        assertEquals("f:3:7 apps: a list where a mapping belongs; write names", problems.get(2));
    }

    @Test
    void aThousandLaughsAreCutShort() {
        var laughs = new StringBuilder("fleet: a\nx0: &x0 [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]\n");
        for (var i = 1; i < 12; i++) {
            laughs.append("x%d: &x%d [".formatted(i, i)).append("*x%d, ".formatted(i - 1).repeat(10)).append("]\n");
        }
        laughs.append("apps: { A: { requires: *x11, owners: *x11 } }\n");
        assertTrue(problems(laughs.toString()).stream()
                .anyMatch(p -> p.contains("apps.A.requires[0]: a list where one value belongs")));
    }

    @Test
    void manyAliasesOfALongListAreCutShort() {
        var text = "fleet: a\napps:\n  A0: { requires: &g [" + "g, ".repeat(5_000) + "g] }\n";
        var apps = new StringBuilder(text);
        for (var i = 1; i < 1_000; i++) {
            apps.append("  A%d: { requires: *g }\n".formatted(i));
        }
        assertTrue(problems(apps.toString()).stream().anyMatch(p -> p.contains("aliases make this more than")));
    }

    @Test
    void anAliasOfItselfIsNoEndlessLoop() {
        assertTrue(problems("&a fleet: &b [*b]\n").get(2).contains("fleet: a list where one value belongs"));
        assertTrue(problems("fleet: a\napps: &apps { A: *apps, <<: *apps }\n").stream()
                .anyMatch(p -> p.contains("only a mapping can be merged")));
    }

    @Test
    void deepNestingIsCutShort() {
        assertEquals("f:1:51: more than 50 levels deep; a catalogue has five", first("[".repeat(10_000)));
    }

    @Test
    void aFileOfTenMegabytesIsRefusedAtOnce() {
        assertEquals("f: the file has more than 8,388,608 bytes; a catalogue may not; is this the right file?",
                first("#".repeat(10_000_000)));
    }

    @Test
    void aSecondDocumentIsRefused() {
        assertEquals("f:2:1: a second document begins here; remove the line `---`", first("fleet: a\n---\nfleet: b\n"));
    }

    @Test
    void aHugeValueIsQuotedShort() {
        assertTrue(
                problems("fleet: " + "a".repeat(10_000) + "\n").stream().allMatch(problem -> problem.length() < 250));
    }

    @Test
    void anEndlessLineIsRefusedAtOnce() {
        assertEquals("f:2:1: the line has 7,000,007 characters; break it: a line may have 20,000",
                first("apps: {}\nfleet: " + "a".repeat(7_000_000) + "\n"));
    }

    @Test
    void variablesOfFlotillaItselfAreTaken() {
        assertTrue(problems("fleet: a\nenvironments: { local: { platform: local } }\napps:\n  A:\n    runtime: jvm\n"
                + "    artifact: a.jar\n    url_path: /a/\n    variables: { FLOTILLA_URL_PATH: /b/, FLOTILLA_SAMPLE: sales }\n")
                .equals(List.of(
                        "f:8:18 apps.A.variables.FLOTILLA_URL_PATH: Flotilla sets this variable itself; remove it, or choose another name")));
    }

    private static String first(String text) {
        return problems(text).get(0);
    }
}
