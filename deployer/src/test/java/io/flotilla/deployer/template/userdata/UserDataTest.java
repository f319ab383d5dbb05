package io.flotilla.deployer.template.userdata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.App.Runtime;
import io.flotilla.deployer.template.Fleets;
import io.flotilla.deployer.template.InvalidTemplate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** User data under a real bash. */
class UserDataTest {
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
    private static final String CODEBASE_COMMIT = "89abcdef0123456789abcdef0123456789abcdef";
    private static final String DIGEST = "a".repeat(64);
    private static final String GATE = "c".repeat(64);
    private static final byte[] BINARY = {0x7F, 'E', 'L', 'F', 0, 0, 1};

    @TempDir
    Path folder;
    private Machine machine;

    @BeforeEach
    void setUp() throws IOException {
        machine = new Machine(folder);
        Files.writeString(machine.parameters.resolve("_fleet_git"), "token");
        machine.object(GATE, BINARY);
    }

    @Test
    void aPythonAppIsCheckedOutAtItsCommitInstalledWithItsCodebaseAndStarted() throws Exception {
        var outcome = runPython(Fleets.app(Runtime.PYTHON), Map.of());
        assertEquals(0, outcome.exitCode(), outcome.output());
        var home = folder.resolve("home");
        assertTrue(machine.calls().containsAll(List.of(
                List.of("git", "-C", home + "/dash_lms_data_portal", "fetch", "--depth", "1", "--",
                        "https://github.com/Example-Org/dash_lms_data_portal.git", COMMIT),
                List.of("git", "-C", home + "/dash_lms_data_portal", "checkout", "--force", "--detach", COMMIT),
                List.of("git", "-C", home + "/codebase", "checkout", "--force", "--detach", CODEBASE_COMMIT),
                List.of("conda", "run", "--no-capture-output", "--name=prod", "python", "-m", "pip", "install",
                        "--editable", "."),
                List.of("systemctl", "enable", "--now", "flotilla-app.service", "flotilla-gate.service"))),
                machine.calls()::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$(pwned)", "`pwned`", "';pwned;'", "\";pwned;\"", "x\npwned\n", "x\nEND\npwned\n",
            "&& pwned", "| pwned",
            "> pwned", "${AWS::Region}", "${pwned}", "$pwned", "\\", "'", "\"", "--upload-pack=pwned", "-x", "~", "* ?",
            "{a,b}", "!!",
            "# x", "a\tb", "{{resolve:ssm:/fleet/git}}", "x\n{{resolve:ssm:/fleet/git}}", "{{{resolve:ssm:x}}",
            "é 日 🚢", "[0]=x",
            "$'\\x41'", "\u0007"})
    void whateverANameLooksLikeItIsOnlyAName(String name) throws Exception {
        var app = Fleets.python("r" + name, new App.Codebase("c" + name, name), "d" + name, name, name);
        var outcome = runPython(app, Map.of("FLOTILLA_TITLE", name));
        assertEquals(0, outcome.exitCode(), outcome.output());
        var calls = machine.calls();
        var directory = folder.resolve("home") + "/d" + name;
        assertTrue(calls.containsAll(List.of(
                List.of("git", "-C", directory, "fetch", "--depth", "1", "--",
                        "https://github.com/Example-Org/r" + name + ".git", COMMIT),
                List.of("conda", "run", "--name=" + name, "true"))), calls::toString);
        assertTrue(calls.stream().noneMatch(call -> call.contains("pwned") && call.get(0).equals("pwned")),
                calls::toString);

        var started = start(directory, "#!/bin/bash\nprintf '%s' \"$FLOTILLA_TITLE\" > " + folder + "/title\n");
        assertEquals(0, started.exitCode(), started.output());
        assertEquals(name, Files.readString(folder.resolve("title")));
        assertTrue(machine.calls().stream().noneMatch(call -> call.get(0).equals("pwned")), calls::toString);
    }

    @Test
    void whateverASecretLooksLikeItIsOnlyAValue() throws Exception {
        var secret = "$(pwned)`pwned`'\"\\ ${AWS::Region}\nEND\npwned";
        Files.writeString(machine.parameters.resolve("_davinci-labs_dev_LMSPortal_SECRET"), secret);
        Files.writeString(machine.parameters.resolve("_fleet_dev_db"), secret);
        runPython(Fleets.app(Runtime.PYTHON), Map.of("FLOTILLA_DATABASE", "ssm:/fleet/dev/db"));
        var started = start(folder.resolve("home") + "/dash_lms_data_portal",
                "#!/bin/bash\nprintf '%s|%s' \"$SECRET\" \"$FLOTILLA_DATABASE\" > " + folder + "/secrets\n");
        assertEquals(0, started.exitCode(), started.output());
        assertEquals(secret + "|" + secret, Files.readString(folder.resolve("secrets")));
    }

    @Test
    void aSecretThatCannotBeFetchedKeepsTheAppFromStartingWithoutIt() throws Exception {
        runPython(Fleets.app(Runtime.PYTHON), Map.of("FLOTILLA_DATABASE", "ssm:/fleet/missing"));
        var started = start(folder.resolve("home") + "/dash_lms_data_portal", "#!/bin/bash\n");
        assertTrue(started.exitCode() != 0, started.output());
        assertTrue(machine.calls().stream().noneMatch(call -> call.contains("app.py")), machine.calls()::toString);
    }

    @Test
    void theTeamsScriptRunsBeforeTheAppStartsAndItsFailureKeepsTheAppDown() throws Exception {
        var app = Fleets.app(Runtime.PYTHON);
        var outcome = runPython(app, Map.of(), Optional.of("#!/bin/bash\necho \"the team's part\"\nEND\n"));
        assertEquals("#!/bin/bash\necho \"the team's part\"\nEND\n", Files.readString(
                machine.files.resolve("opt/flotilla/user-data")));
        // The file is kept by a recorder, not by install, so that running it fails as a broken script would.
        assertTrue(outcome.exitCode() != 0, outcome.output());
        assertTrue(machine.calls().stream().noneMatch(call -> call.get(0).equals("systemctl")),
                machine.calls()::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JVM", "NATIVE"})
    void anArtifactIsFetchedByItsDigestAndMustMatchIt(String runtime) throws Exception {
        var app = Fleets.app(Runtime.valueOf(runtime));
        var userData = new Instance(Fleets.dev(app), app, new TreeMap<>(), Optional.empty()).userData();
        var outcome = machine.run(userData, Map.of("Revision", DIGEST, "AWS::Region", "us-east-1"));
        assertEquals(0, outcome.exitCode(), outcome.output());
        assertTrue(machine.calls().containsAll(List.of(
                List.of("aws", "s3", "cp", "--region", "us-east-1", "--only-show-errors",
                        "s3://fleet-example/dev/artifacts/LMSPortal/" + DIGEST, folder + "/download"),
                List.of("sha256sum", "--check", "--quiet"),
                List.of("systemctl", "enable", "--now", "flotilla-app.service"))), machine.calls()::toString);
        assertEquals(DIGEST + "  " + folder + "/download\n", Files.readString(folder.resolve("checked")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PYTHON", "CUSTOM"})
    void beforeAnAppThatIsNotBuiltOnAppBaseStandsTheGateAloneOnTheLoadBalancersPort(String runtime) throws Exception {
        var app = Fleets.app(Runtime.valueOf(runtime));
        Files.writeString(machine.parameters.resolve("_davinci-labs_dev_LMSPortal_FLOTILLA_IDENTITY_SESSION_KEY"),
                "key");
        Files.writeString(machine.parameters.resolve("_davinci-labs_dev_LMSPortal_OWN"), "own");
        var outcome = run(app, Map.of("FLOTILLA_TITLE", "$(pwned)\nEND\npwned", "TEAMS", "`pwned`"));
        assertEquals(0, outcome.exitCode(), outcome.output());
        assertTrue(machine.calls().containsAll(List.of(
                List.of("aws", "s3", "cp", "--region", "us-east-1", "--only-show-errors",
                        "s3://fleet-example/dev/artifacts/flotilla-gate/" + GATE, folder + "/download"),
                List.of("install", "-D", "-m", "0755", folder + "/download", "/opt/flotilla/gate"))),
                machine.calls()::toString);
        assertEquals(GATE + "  " + folder + "/download\n", Files.readString(folder.resolve("checked")));
        assertTrue(Files.readString(machine.files.resolve("etc/systemd/system/flotilla-gate.service"))
                .contains("DynamicUser=yes"));

        var started = machine.run(gateStart("""
                #!/bin/bash
                echo "$QUARKUS_HTTP_PORT $FLOTILLA_GATE_UPSTREAM $FLOTILLA_TITLE" > @/gate
                echo "$FLOTILLA_IDENTITY_SESSION_KEY ${OWN-none} ${TEAMS-none} ${PORT-none}" >> @/gate
                """));
        assertEquals(0, started.exitCode(), started.output());
        assertEquals("8080 http://127.0.0.1:8050 $(pwned)\nEND\npwned\nkey none none none\n",
                Files.readString(folder.resolve("gate")));
        assertTrue(machine.calls().stream().noneMatch(call -> call.get(0).equals("pwned")), machine.calls()::toString);
    }

    @Test
    void anAppBehindTheGateIsOnLoopbackAndGetsItsOwnSecretsButNoneOfTheGates() throws Exception {
        Files.writeString(machine.parameters.resolve("_davinci-labs_dev_LMSPortal_FLOTILLA_IDENTITY_SESSION_KEY"),
                "key");
        Files.writeString(machine.parameters.resolve("_davinci-labs_dev_LMSPortal_OWN"), "own");
        runPython(Fleets.app(Runtime.PYTHON), Map.of());
        var started = start(folder.resolve("home") + "/dash_lms_data_portal",
                "#!/bin/bash\necho \"$HOST $PORT ${FLOTILLA_IDENTITY_SESSION_KEY-none} $OWN\" > " + folder + "/app\n");
        assertEquals(0, started.exitCode(), started.output());
        assertEquals("127.0.0.1 8050 none own\n", Files.readString(folder.resolve("app")));
    }

    @Test
    void aPackedFastJarIsUnpackedAndItsJarRun() throws Exception {
        var tar = new byte[512];
        System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, tar, 257, 5);
        machine.object(DIGEST, tar);
        var outcome = run(Fleets.app(Runtime.JVM), Map.of());
        assertEquals(0, outcome.exitCode(), outcome.output());
        assertTrue(machine.calls().contains(List.of("tar", "--extract", "--file", folder + "/download", "--directory",
                "/opt/flotilla/app", "--no-same-owner")), machine.calls()::toString);
        var start = Files.readString(machine.files.resolve("opt/flotilla/start-app"));
        assertTrue(start.contains("[0]=\"java\"") && start.contains("\"/opt/flotilla/app/quarkus-run.jar\""), start);
    }

    @Test
    void whatTheMachineImageLacksIsNamed() throws Exception {
        machine.object(DIGEST, new byte[]{'P', 'K', 3, 4});
        var app = Fleets.app(Runtime.JVM);
        var userData = new Instance(Fleets.dev(app), app, new TreeMap<>(), Optional.empty()).userData();
        var outcome = machine.without("java").run(userData, Map.of("Revision", DIGEST, "AWS::Region", "us-east-1"));
        assertEquals(1, outcome.exitCode());
        assertTrue(outcome.output().contains("flotilla: the machine image lacks java"), outcome.output());
    }

    @Test
    void aVariablesNameIsRefusedRatherThanQuoted() {
        var app = Fleets.app(Runtime.JVM);
        var refused = assertThrows(InvalidTemplate.class,
                () -> new Instance(Fleets.dev(app),
                        app, new TreeMap<>(Map.of("a[$(pwned)]", "x")), Optional.empty()));
        assertEquals("variables: \"a[$(pwned)]\" is no name for an environment variable", refused.getMessage());
    }

    private Machine.Outcome runPython(App app, Map<String, String> settings) throws Exception {
        return runPython(app, settings, Optional.empty());
    }

    private Machine.Outcome runPython(App app, Map<String, String> settings, Optional<String> script) throws Exception {
        var view = Fleets.of(folder.resolve("home").toString(), Optional.of("ssm:/fleet/git"), app);
        var userData = new Instance(view, app, new TreeMap<>(settings), script).userData();
        return machine.run(userData,
                Map.of("Revision", COMMIT, "CodebaseRevision", CODEBASE_COMMIT, "Gate", GATE, "AWS::Region",
                        "us-east-1"));
    }

    /** Any runtime; a custom app's script is one that does nothing. */
    private Machine.Outcome run(App app, Map<String, String> settings) throws Exception {
        var view = Fleets.of(Files.createDirectories(folder.resolve("home")).toString(), Optional.of("ssm:/fleet/git"),
                app);
        var script = Optional.of("#!/bin/true\n").filter(any -> app.runtime() == Runtime.CUSTOM);
        var userData = new Instance(view, app, new TreeMap<>(settings), script).userData();
        var parameters = Map.of("Revision", app.runtime() == Runtime.JVM ? DIGEST : COMMIT, "CodebaseRevision",
                CODEBASE_COMMIT, "Gate", GATE, "AWS::Region", "us-east-1");
        // The recorder leaves files below the folder, where the script does not look for them.
        return machine.run(Machine.evaluate(userData, parameters).replace("exec /opt/flotilla/user-data", "exit 0"));
    }

    /** The gate's start script, with a program of the test's in the gate's place. */
    private String gateStart(String program) throws IOException {
        var file = folder.resolve("gate-program");
        Files.writeString(file, program.replace("@", folder.toString()));
        assertTrue(file.toFile().setExecutable(true));
        var start = Files.readString(machine.files.resolve("opt/flotilla/start-gate"));
        assertTrue(start.contains("cd -- \"$directory\""), start);
        return start.replace("\"/opt/flotilla/gate\"", "\"" + file + "\"").replace("/var/lib/flotilla",
                folder.toString());
    }

    /** Runs the service's start script with a program in place of conda. */
    private Machine.Outcome start(String directory, String program) throws Exception {
        assertTrue(Files.isDirectory(Path.of(directory)), directory);
        Files.writeString(folder.resolve("bin/conda"), program);
        return machine.run(Files.readString(machine.files.resolve("opt/flotilla/start-app")));
    }
}
