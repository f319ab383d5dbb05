package io.flotilla.deployer.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.flotilla.deployer.aws.EmulatedAccount;
import io.flotilla.deployer.docs.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as they are typed, against the emulator: from an empty account to an app that runs, and back. */
class AwsCommandsTest {
    private static final List<String> PROPERTIES = List.of("aws.endpointUrl", "aws.accessKeyId", "aws.secretAccessKey");

    @TempDir
    Path folder;
    private final EmulatedAccount account = new EmulatedAccount();
    private Path fleet;

    @BeforeEach
    void writeTheCatalogue() throws IOException {
        Map.of("aws.endpointUrl", account.endpoint.toString(), "aws.accessKeyId", "test", "aws.secretAccessKey", "test")
                .forEach(System::setProperty);
        Files.writeString(folder.resolve("portal"), "a program");
        fleet = Files.writeString(folder.resolve("fleet.yaml"), catalogue(EmulatedAccount.NUMBER));
    }

    @AfterEach
    void close() {
        PROPERTIES.forEach(System::clearProperty);
        account.close();
    }

    @Test
    void fromAnEmptyAccountToAnAppThatRunsAndBack() {
        assertEquals(1, run("plan", "dev").exitCode());
        assertContains("nothing was published for it yet", run("plan", "dev"));
        assertEquals("published Portal as d69ea8cda243\n", run("publish", "dev").out());
        var plan = run("plan", "dev");
        assertEquals(0, plan.exitCode(), plan.out() + plan.err());
        assertContains("2 to create", plan);
        var applied = run("apply", "dev", "--yes");
        assertEquals(0, applied.exitCode(), applied.out() + applied.err());
        assertContains("done     Portal", applied);
        assertContains("2 as they should be", run("plan", "dev"));
        assertContains("Portal  CREATE_COMPLETE, 1 of 1 healthy", run("status", "dev"));
        assertContains("fine  the network: 2 subnets", run("doctor", "dev"));
        assertEquals(1, run("destroy", "dev", "--confirm", "another").exitCode());
        assertEquals(0, run("destroy", "dev", "--confirm", "davinci-labs").exitCode());
        assertContains("davinci-labs in dev: not applied yet", run("status", "dev"));
    }

    @Test
    void theGuideFromAnEmptyAccountIsTypedFromTopToBottom() {
        var lines = Page.of(Page.HOUSE.resolve("docs/empty-account.md")).blocks().stream()
                .filter(block -> block.kind().equals("console")).flatMap(Page.Block::commands)
                .filter(line -> line.startsWith("deployer ")).toList();
        assertTrue(lines.size() >= 8, lines::toString);
        for (var line : lines) {
            var words = new ArrayList<Object>(List.of(line.split(" >")[0].split(" ")));
            words.remove(0);
            if (words.contains("apply")) {
                words.add("--yes");
            }
            var typed = run(words.toArray());
            assertEquals(0, typed.exitCode(), () -> line + "\n" + typed.out() + typed.err());
        }
        assertContains("Portal  CREATE_COMPLETE, 1 of 1 healthy", run("status", "dev"));
    }

    @Test
    void anotherAccountIsLeftAlone() throws IOException {
        Files.writeString(fleet, catalogue("999999999999"));
        var refused = run("plan", "dev");
        assertEquals(1, refused.exitCode());
        assertTrue(refused.err().contains("belongs to the account 999999999999"), refused.err());
    }

    private static void assertContains(String expected, CommandRun run) {
        assertTrue(run.out().contains(expected), () -> run.out() + run.err());
    }

    private CommandRun run(Object... arguments) {
        var words = new ArrayList<Object>(List.of(arguments));
        words.addAll(List.of("-f", fleet));
        return CommandRun.of(words.toArray());
    }

    private String catalogue(String number) {
        return """
                fleet: davinci-labs
                account: "%s"
                identity: { issuer: "https://issuer.example.com", client: client, overrides: [superuser] }
                alerts: { from: fleet@example.com, smtp: "ssm:/fleet/smtp" }
                environments:
                  dev: { platform: aws, region: us-east-1, vpc: %s, subnets: [%s], domain: labs-dev.example.com, certificate: "%s", noticeboard: "s3://fleet-example/dev", database: "ssm:/fleet/dev/db", priorities: 101-199 }
                apps:
                  Portal:
                    title: Portal
                    runtime: native
                    role: portal
                    artifact: portal
                    url_path: /portal/
                    email_to: [lead@example.com]
                    dev: { instance: t4g.nano, ami: %s, priority: 101 }
                """.formatted(number, account.vpc, String.join(", ", account.subnets), account.certificate,
                account.ami);
    }
}
