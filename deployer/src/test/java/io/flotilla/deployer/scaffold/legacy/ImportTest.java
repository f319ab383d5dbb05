package io.flotilla.deployer.scaffold.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

import io.flotilla.base.catalogue.App.Berth;
import io.flotilla.base.catalogue.App.Codebase;
import io.flotilla.base.catalogue.Catalogue;
import io.flotilla.base.catalogue.CatalogueReader;
import io.flotilla.base.catalogue.EnvironmentName;
import io.flotilla.base.catalogue.Reading;
import io.flotilla.deployer.scaffold.legacy.Import.Imported;
import io.flotilla.deployer.terminal.Failure;
import org.junit.jupiter.api.Test;

class ImportTest {
    private final String script = resource("cloud_script.py");
    private final Imported imported = new Import("davinci-labs", "CONFIG", "codebase").of("cloud_script.py", script);

    @Test
    void everyKeyOfTheOldFileHasItsPlace() {
        var lms = catalogue(imported).apps().get("LMSPortal");
        assertEquals(Optional.of("dash_lms_data_portal"), lms.repo());
        assertEquals(Optional.of(new Codebase("codebase", "main")), lms.codebase());
        assertEquals(Optional.of("dash_lms_data_portal"), lms.appDir());
        assertEquals(Optional.of("prod"), lms.condaEnv());
        assertEquals("/portal_lms/", lms.urlPath());
        assertEquals(List.of("matthew.campbell@example.com", "amit.kasera@example.com"), lms.emailTo());
        assertTrue(lms.prodReady());
        assertEquals(berth("fixingStyling", "ami-03742def5919b8497", 103), lms.berths().get(EnvironmentName.DEV));
        assertEquals(berth("main", "ami-025f0ba7e1518878c", 303), lms.berths().get(EnvironmentName.PROD));
        assertEquals("/home/ubuntu", catalogue(imported).environments().get(EnvironmentName.DEV).home());
    }

    @Test
    void otherWaysToWriteADictMeanTheSame() {
        var app = catalogue(imported).apps().get("ChervonSOPGenie");
        assertEquals("Chervon S&OP Genie", app.title());
        assertEquals(Optional.of("dash_chervon"), app.appDir());
        assertEquals("/chervon/", app.urlPath());
        assertEquals(OptionalInt.of(104), app.berths().get(EnvironmentName.DEV).priority());
        assertEquals(3, app.emailTo().size());
    }

    @Test
    void everyCommentOfTheConfigIsKept() {
        var begin = script.indexOf("CONFIG = {\n    #");
        script.substring(begin, script.indexOf("if __name__")).lines().filter(line -> line.contains("#"))
                .map(line -> line.substring(line.indexOf('#') + 1).strip())
                .forEach(comment -> assertTrue(imported.yaml().contains(comment), comment));
        assertTrue(imported.yaml().contains("branch: fixingStyling  # name of your dev/test branch"), imported.yaml());
        assertTrue(imported.yaml().contains("  # The first dashboard we ever had.\n  LMSPortal:  # ask Matthew\n"),
                imported.yaml());
    }

    @Test
    void whatCannotBeCarriedOverIsListedWithLineAndReason() {
        var listed = imported.notes().stream()
                .map(note -> "%d %s: %s".formatted(note.line(), note.where(), note.what())).toList();
        assertEquals(List.of(
                "35 Chervon S&OP Genie: its name here is ChervonSOPGenie, because a stack's name takes letters and digits only; the title stays",
                "40 Chervon S&OP Genie.url_path: it is /chervon/ now, with a slash at both ends",
                "50 Forecast.app_dir: it is an f-string",
                "58 Forecast.email_to: one of them was left out: it calls `helper(…)`",
                "61 Forecast.doppler_project: fleet.yaml has no such key; docs/catalogue.md lists those it has",
                "63 an app: it unpacks something else"), listed);
        assertTrue(imported.yaml()
                .contains("# not carried over (line 61): 'doppler_project': 'forecast',  # no home for this"),
                imported.yaml());
        assertEquals(List.of(), imported.problems());
        assertEquals(3, imported.apps());
    }

    @Test
    void whatTheOldFileDidNotSayIsNamedByTheCatalogueItself() {
        var reading = new CatalogueReader(Map.of()).read("fleet.yaml",
                imported.yaml().getBytes(StandardCharsets.UTF_8));
        var problems = assertInstanceOf(Reading.Invalid.class, reading).problems().toString();
        imported.toFillIn().forEach(variable -> assertTrue(problems.contains(variable), variable));
    }

    @Test
    void mistakesOfTheOldFileAreReported() {
        var twins = """
                CONFIG = {'A': {'git_repo_path': 'a', 'dev_branch': 'main', 'url_path': '/a/', 'dev_priority': 101,
                                'dev_instance': 't2.micro', 'Dev': 'ami-03742def5919b8497'},
                          'B': {'git_repo_path': 'b', 'dev_branch': '$' + '{HOME}', 'url_path': '/b/', 'dev_priority': 101,
                                'dev_instance': 't2.micro', 'Dev': 'ami-03742def5919b8497'}}
                """;
        var both = new Import("fleet", "CONFIG", "codebase").of("c.py", twins);
        assertTrue(both.problems().toString().contains("101 is taken by"), both.problems()::toString);
        assertTrue(both.yaml().contains("branch: \"$${HOME}\""), "a literal ${ stays one: " + both.yaml());
    }

    @Test
    void namesThatDifferOnlyByCaseAreToldApart() {
        var app = "{'git_repo_path': 'r', 'dev_branch': 'main', 'url_path': '/%s/', 'dev_priority': %d,"
                + "'dev_instance': 't2.micro', 'Dev': 'ami-03742def5919b8497'}";
        var both = new Import("fleet", "CONFIG", "codebase").of("c.py",
                "CONFIG = {'Sales': " + app.formatted("a", 101) + ",\n'SALES': " + app.formatted("b", 102) + "}");
        assertEquals(List.of(), both.problems());
        assertEquals(List.of("Sales", "SALES2"), List.copyOf(catalogue(both).apps().keySet()));
        assertTrue(both.notes().toString().contains("another app's name differs only by case"), both.notes()::toString);
    }

    @Test
    void textThatMeansSomethingToYamlStaysText() {
        var odd = List.of("yes", "null", "0x10", "a: b", "# no", "- x", "{a}", "&a", "*a", "a, b", "'q'",
                "\u00e9 \ud83d\ude80", "1e3");
        for (var title : odd) {
            var imported = new Import("fleet", "CONFIG", "codebase").of("c.py", "CONFIG = {" + python(title)
                    + ": {'git_repo_path': 'r', 'url_path': '/a/', 'email_to': ['a@b.c'], 'dev_branch': 'main',"
                    + "'dev_priority': 101, 'dev_instance': 't2.micro', 'Dev': 'ami-03742def5919b8497'}}");
            assertEquals(List.of(), imported.problems(), imported.yaml());
            assertEquals(title, catalogue(imported).apps().values().iterator().next().title(), imported.yaml());
        }
    }

    private static String python(String text) {
        return "\"" + text + "\"";
    }

    @Test
    void aFileWithoutTheDictSaysHowToNameIt() {
        var refused = assertThrows(Failure.class, () -> new Import("f", "CONFIG", "c").of("x.py", "A = {}"));
        assertTrue(refused.getMessage().contains("x.py: it defines no dict CONFIG"), refused.getMessage());
        var broken = assertThrows(Failure.class, () -> new Import("f", "CONFIG", "c").of("x.py", "\nA = 'x"));
        assertTrue(broken.getMessage().startsWith("x.py:2: "), broken.getMessage());
    }

    private static Berth berth(String branch, String ami, int priority) {
        return new Berth(Optional.of(branch), Optional.of("t2.micro"), Optional.of(ami), OptionalInt.of(priority), 1);
    }

    private static Catalogue catalogue(Imported imported) {
        var reading = new CatalogueReader(Surroundings.examples()).read("fleet.yaml",
                imported.yaml().getBytes(StandardCharsets.UTF_8));
        return assertInstanceOf(Reading.Valid.class, reading,
                () -> Stream.of(reading, imported.yaml()).toList().toString()).catalogue();
    }

    private static String resource(String name) {
        try (var stream = ImportTest.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
