package io.flotilla.base.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueReaderTest {
    static final Path DEMO = Path.of("../deployer/demo/fleet.yaml");
    private static final String SMALL = """
            fleet: team
            environments:
              local: { platform: local }
            apps:
              Sales:
                runtime: jvm
                artifact: sales.jar
                url_path: /sales/
                local: {}
            """;

    @Test
    void readsTheExampleOfTheOldSystem() {
        var catalogue = catalogue(new CatalogueReader(Map.of()).read(DEMO));
        var app = catalogue.apps().get("LMSPortal");

        assertEquals("LMS Data Portal", app.title());
        assertEquals(App.Runtime.PYTHON, app.runtime());
        assertEquals(Optional.of(new App.Codebase("codebase", "main")), app.codebase());
        assertEquals(Optional.of("prod"), app.condaEnv());
        assertEquals(List.of("matthew.campbell@example.com", "amit.kasera@example.com"), app.emailTo());
        assertEquals(new App.Health("/portal_lms/q/health/ready", 200, 399), app.health());
        assertEquals(new App.Berth(Optional.of("fixingStyling"), Optional.of("t2.micro"),
                Optional.of("ami-03742def5919b8497"),
                OptionalInt.of(103), 1), app.berths().get(EnvironmentName.DEV));
    }

    @Test
    void prodHasOnlyWhatIsReadyForIt() {
        var catalogue = catalogue(new CatalogueReader(Map.of()).read(DEMO));

        assertEquals(List.of("Portal", "HealthMonitor", "LMSPortal"), names(catalogue.in(EnvironmentName.PROD)));
        assertEquals(List.of("Portal", "HealthMonitor", "LMSPortal", "Sales", "Warehouse"),
                names(catalogue.in(EnvironmentName.DEV)));

        var unready = new String(text(DEMO), StandardCharsets.UTF_8).replace(
                "prod_ready: true\n    dev:  { branch: fixing", "prod_ready: false\n    dev:  { branch: fixing");
        assertEquals(List.of("Portal", "HealthMonitor"), names(catalogue(read(unready)).in(EnvironmentName.PROD)));
    }

    @Test
    void putsInTheDefaultsOfTheEnvironment() {
        var sales = catalogue(new CatalogueReader(Map.of()).read(DEMO)).apps().get("Sales");

        assertEquals(Optional.of("t4g.nano"), sales.berths().get(EnvironmentName.DEV).instance());
        assertEquals("/sales/q/health/ready", sales.health().path());
    }

    @Test
    void theLocalPlatformBringsItsOwnSignIn() {
        var local = catalogue(new CatalogueReader(Map.of()).read(DEMO)).in(EnvironmentName.LOCAL).environment();

        assertEquals("http://localhost:8080/identity", local.identity().issuer());
        assertEquals(2, local.alerts().every().toSeconds());
        assertTrue(local.alerts().anchors().isEmpty(), "one machine has no outside to be cut off from");
    }

    @Test
    void readsWhatAnAnswerMustBe() {
        var sales = catalogue(read(SMALL.replace("    local: {}", """
                    local: {}
                    health: { path: /sales/api, status: 200, text: "ready", header: "Content-Type: text/plain", latency: 800ms, every: 5m, timeout: 3s }
                """.stripTrailing()))).apps().get("Sales");

        assertEquals(new App.Health("/sales/api", 200, 200, new App.Demands(Optional.of("ready"),
                Optional.of("Content-Type: text/plain"), Optional.of(Duration.ofMillis(800)),
                Optional.of(Duration.ofMinutes(5)), Optional.of(Duration.ofSeconds(3)))), sales.health());
    }

    @Test
    void readsWhatIsWatchedOutsideTheFleet() {
        var text = SMALL.replace("local: { platform: local }",
                "local: { platform: local, alerts: { ping: https://ping.example.com/1, endpoints: { Site: "
                        + "{ url: https://example.com/up?x=1, title: Our site, status: 204, email_to: web@example.com, requires: web } } } }");
        var alerts = catalogue(read(text)).in(EnvironmentName.LOCAL).environment().alerts();

        assertEquals(Optional.of("https://ping.example.com/1"), alerts.ping());
        assertEquals(List.of(new Alerts.Endpoint("Site", "Our site", "https://example.com/up?x=1",
                new App.Health("/up?x=1", 204, 204), List.of("web@example.com"), Set.of("web"))), alerts.endpoints());
    }

    @Test
    void refusesAnEndpointWithTheNameOfAnAppOrAStatusThatFalls() {
        assertEquals(List.of(
                "f:3:96 environments.local.alerts.endpoints.Sales.status: `399-200` is no range; write the smaller status first",
                "f:3:52 environments.local.alerts.endpoints.Sales: an app is called so too (line 5); "
                        + "the monitor watches every app already; rename this one")
                .stream().sorted().toList(),
                problems(SMALL.replace("local: { platform: local }", "local: { platform: local, alerts: { endpoints: { "
                        + "Sales: { url: http://a.example.com, status: 399-200 } } } }")).stream().sorted().toList());
    }

    @Test
    void reportsEveryMistakeInOneRunEachWithItsPlaceAndItsMend() {
        assertEquals(List.of(
                "f:3:22 environments.local.platform: `locall` does not fit; write one of aws, local (did you mean local?)",
                "f:6:5 apps.Sales.runtme: there is no such key; did you mean runtime?",
                "f:6:5 apps.Sales.runtime: it is missing; write one of python, jvm, native, custom",
                "f:8:15 apps.Sales.url_path: `sales` does not fit; write a path with a slash at both ends, such as /portal_lms/"),
                problems(SMALL.replace("platform: local", "platform: locall").replace("runtime:", "runtme:")
                        .replace("/sales/", "sales")));
    }

    @Test
    void namesWhoTookAPriorityAndWhichAreFree() {
        var text = new String(text(DEMO), StandardCharsets.UTF_8).replace("priority: 105", "priority: 104")
                .replace("priority: 303", "priority: 203");
        assertEquals(List.of(
                "f:105:116 apps.LMSPortal.prod.priority: 203 is outside 301-399; free: 303, 304, 305"
                        .replaceFirst(":116", ":" + column(text, "203 }"))
                        .replaceFirst("f:105", "f:" + line(text, "203 }")),
                "f:%d:22 apps.Warehouse.dev.priority: 104 is taken by Sales (line %d); free: 105, 106, 107"
                        .formatted(lastLine(text, "priority: 104"), line(text, "priority: 104"))),
                problems(text));
    }

    @Test
    void refusesPathsThatOverlap() {
        var two = SMALL + """
                  Deep:
                    runtime: jvm
                    artifact: deep.jar
                    url_path: /sales/deep/
                    local: {}
                """;
        assertEquals(List.of("f:13:15 apps.Deep.url_path: /sales/deep/ overlaps with /sales/ of Sales (line 8); "
                + "choose a path that neither begins the other"), problems(two));
    }

    @Test
    void putsInVariablesAndReportsUnsetOnes() {
        var text = SMALL.replace("fleet: team", "fleet: ${TEAM}");
        assertEquals("blue",
                catalogue(new CatalogueReader(Map.of("TEAM", "blue")).read("f", text.getBytes(StandardCharsets.UTF_8)))
                        .fleet());
        assertEquals(List.of("f:1:8 fleet: the environment variable TEAM is not set; "
                + "export it before starting this program, or write the value here"), problems(text));
    }

    @Test
    void acceptsAnchorsAndMergesUsedWell() {
        var text = SMALL.replace("  Sales:", "  Sales: &sales") + "  Costs: { <<: *sales, url_path: /costs/ }\n";
        assertEquals(List.of("/sales/", "/costs/"),
                catalogue(read(text)).apps().values().stream().map(App::urlPath).toList());
    }

    @Test
    void remembersWhatItsVariablesStoodFor() {
        var text = SMALL.replace("fleet: team", "fleet: ${TEAM}");
        var catalogue = catalogue(new CatalogueReader(Map.of("TEAM", "blue", "HOME", "/root"))
                .read("f", text.getBytes(StandardCharsets.UTF_8)));
        assertEquals(Map.of("TEAM", "blue"), catalogue.variables());
    }

    @ParameterizedTest
    @ValueSource(strings = {"title: 'Sales '", "title: ' Sales'", "title: \"Sales\\u00a0\"", "title: \"a\\u2028b\"",
            "app_dir: \"x\\u2028/../../etc\"", "app_dir: ../etc", "app_dir: \"a\\u0085b\"",
            "local: { branch: \"ma\\u2028..in\" }", "local: { branch: \"ma\\u2028in\" }",
            "health: { path: /sales/../portal/ }", "health: { path: /sales/.. }", "health: { path: /sales/./ }",
            "health: { path: /sales/%2e%2E/portal/ }", "health: { path: '/sales/..?x' }",
            "health: { path: /sales/a%2F..%2fb }", "health: { header: 'A: b ' }"})
    void refusesWhatOnlyLooksAsIfItFitted(String line) {
        var problems = problems(SMALL.replace("    local: {}\n", line.startsWith("local") ? "" : "    local: {}\n")
                + "    " + line + "\n");
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(problems.get(0).contains("does not fit"), problems.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"title: Sales of today", "title: x", "app_dir: a/b..c",
            "health: { path: '/sales/a..b?x=/../' }",
            "health: { status: 204 }", "title: 7", "variables: { A: 1.5, B: true }"})
    void acceptsWhatIsOdd(String line) {
        catalogue(read(SMALL + "    " + line + "\n"));
    }

    @Test
    void tellsNumbersFromTextsAsTheSchemaDoes() {
        assertEquals(List.of("f:3:35 environments.local.port: `8080` is a text to YAML; write it without quotes"),
                problems(SMALL.replace("platform: local", "platform: local, port: \"8080\"")));
        assertEquals(List.of("f:10:17 apps.Sales.prod_ready: `false` is a text to YAML; write it without quotes"),
                problems(SMALL + "    prod_ready: 'false'\n"));
        assertEquals(List.of("f:10:16 apps.Sales.conda_env: `3` is a number to YAML; put it in quotes"),
                problems(SMALL + "    conda_env: 3\n"));
    }

    @Test
    void saysWhatIsWrongWithAFileThatIsNotThere() {
        var invalid = assertInstanceOf(Reading.Invalid.class,
                new CatalogueReader(Map.of()).read(Path.of("nowhere.yaml")));
        assertTrue(invalid.problems().get(0).toString().startsWith("nowhere.yaml: there is no such file;"));
    }

    static List<String> problems(String text) {
        return assertInstanceOf(Reading.Invalid.class, read(text)).problems().stream().map(Problem::toString).toList();
    }

    static Reading read(String text) {
        return new CatalogueReader(Map.of()).read("f", text.getBytes(StandardCharsets.UTF_8));
    }

    static Catalogue catalogue(Reading reading) {
        if (reading instanceof Reading.Invalid invalid) {
            throw new AssertionError(invalid.problems().toString());
        }
        return ((Reading.Valid) reading).catalogue();
    }

    private static List<String> names(EnvironmentView view) {
        return view.apps().stream().map(App::name).toList();
    }

    private static byte[] text(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int line(String text, String part) {
        return text.substring(0, text.indexOf(part)).split("\n", -1).length;
    }

    private static int lastLine(String text, String part) {
        return text.substring(0, text.lastIndexOf(part)).split("\n", -1).length;
    }

    private static int column(String text, String part) {
        var at = text.indexOf(part);
        return at - text.lastIndexOf('\n', at);
    }
}
