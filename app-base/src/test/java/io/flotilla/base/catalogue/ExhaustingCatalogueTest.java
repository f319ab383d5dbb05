package io.flotilla.base.catalogue;

import static io.flotilla.base.catalogue.CatalogueReaderTest.problems;
import static io.flotilla.base.catalogue.CatalogueReaderTest.read;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** Small files that would keep a careless reader busy for minutes. The limit on time is there to end a hang, no more. */
class ExhaustingCatalogueTest {
    private static final Duration HANG = Duration.ofSeconds(60);
    private static final String HEAD = "fleet: a\nenvironments: { local: { platform: local } }\n";
    private static final String APP = "  %s: { runtime: jvm, artifact: a, url_path: %s, local: {} }\n";

    @Test
    void unknownKeysThatAThousandAppsShareAreCutShort() {
        assertTrue(inTime(() -> problems(HEAD + "x: &b\n" + numbered(2_000, "  k%d: 0\n") + "apps:\n"
                + numbered(2_000, "  A%d: *b\n"))).stream().anyMatch(p -> p.contains("aliases make this more than")));
    }

    @Test
    void mergesOfMergesAreCutShort() {
        var merges = numbered(1_000, "    " + "*b, ".repeat(20) + "\n");
        assertTrue(inTime(() -> problems(HEAD + "x: &b\n" + numbered(20_000, "  k%d: 0\n") + "apps:\n  <<: [\n" + merges
                + "  ]\n")).stream().anyMatch(p -> p.contains("aliases make this more than")));
    }

    @Test
    void aFileFullOfUnknownKeysIsAnswered() {
        var text = HEAD + "apps:\n  A:\n"
                + numbered(110_000, "    requires_requires_requires_requires_requires_%d: 0\n");
        assertTrue(inTime(() -> problems(text)).stream().anyMatch(p -> p.contains("more mistakes are not listed")));
    }

    @Test
    void aLongTextThatManyAppsShareIsCutShort() {
        var text = HEAD + "x: &t >\n" + numbered(400, "  " + "long ".repeat(3_000) + "%d\n") + "apps:\n"
                + numbered(20_000, "  A%d: { title: *t }\n");
        assertTrue(inTime(() -> problems(text)).stream().anyMatch(p -> p.contains("aliases make this more than")));
    }

    @Test
    void aTextThatIsAllVariablesIsCutShort() {
        var text = HEAD + "x: &t >-\n" + numbered(800, "  ${A}\n") + "apps:\n"
                + numbered(20_000, "  A%d: { title: *t }\n");
        assertTrue(inTime(() -> problems(text)).size() <= 502);
    }

    @Test
    void anAddressOfTwoThousandPartsIsNoAddress() {
        refused("A", "/a/", ", email_to: ['a@a" + ".a".repeat(2_000) + "']");
        refused("A", "/a/", ", owners: ['a@" + "a-".repeat(2_000) + "a']");
    }

    @Test
    void aPathOfTwoThousandSegmentsIsNoPath() {
        refused("A", "'" + "/a".repeat(2_040) + "/'", "");
    }

    @Test
    void noLongRepetitionOfWhatAKindOfValueRepeatsEndsTheStack() {
        var parts = List.of("a", ".a", "-a", "/a", "&a=b", "a-", "a.", "/", "..", "@", "-", "0", "%2e", "A: a",
                "ssm:/");
        var keys = List.of("account", "git: { host: h.example.com, org: o, token", "identity: { issuer",
                "alerts: { smtp",
                "alerts: { ping", "environments: { dev: { region", "environments: { dev: { domain",
                "environments: { dev: { certificate", "environments: { dev: { noticeboard",
                "environments: { dev: { database", "environments: { dev: { app: { instance",
                "apps: { A: { health: { path", "apps: { A: { health: { header", "apps: { A: { app_dir",
                "apps: { A: { dev: { branch", "apps: { A: { url_path", "apps: { A: { owners", "apps: { A: { requires");
        for (var start : List.of("", "/", "https://", "postgresql://h/d?", "s3://", "a@", "a")) {
            for (var part : parts) {
                for (var key : keys) {
                    var open = key.chars().filter(c -> c == '{').count();
                    var value = start + part.repeat(4_000 / part.length());
                    problems("%s: \"%s\"%s\n".formatted(key, value, " }".repeat((int) open)));
                }
            }
        }
    }

    @Test
    void aLargeFleetIsReadAtOnce() {
        var text = """
                fleet: a
                identity: { issuer: 'https://i.example.com/x', client: c }
                environments:
                  dev: { platform: aws, region: us-east-1, vpc: vpc-0a1b2c3d4e5f60718, domain: a.example.com,
                    subnets: [subnet-0a1b2c3d4e5f60718, subnet-0a1b2c3d4e5f60719], priorities: 1-50000,
                    certificate: 'arn:aws:acm:us-east-1:123456789012:certificate/EXAMPLE',
                    app: { instance: t4g.nano, ami: ami-03742def5919b8497 } }
                apps:
                """
                + numbered(20_000, "  A%1$d: {runtime: jvm, artifact: a, url_path: /a%1$d/, dev: {priority: %1$d}}\n");
        assertInstanceOf(Reading.Valid.class, inTime(() -> read(text)));
    }

    @Test
    void aLargeFleetWithOnePriorityForAllIsAnsweredAtOnce() {
        var text = HEAD.replace("local: {", "dev: { priorities: 1-50000,") + "apps:\n"
                + numbered(20_000, "  A%1$d: {runtime: jvm, artifact: a, url_path: /a%1$d/, dev: {priority: 7}}\n");
        assertTrue(inTime(() -> problems(text)).stream()
                .anyMatch(p -> p.contains("7 is taken by A1") && p.contains("free: 1, 2, 3")));
    }

    private static void refused(String name, String path, String more) {
        var text = HEAD + "apps:\n" + APP.formatted(name, path).replace(", local", more + ", local");
        assertTrue(problems(text).stream().allMatch(p -> p.contains("does not fit")), () -> problems(text).toString());
    }

    private static <T> T inTime(Supplier<T> reading) {
        return assertTimeoutPreemptively(HANG, reading::get);
    }

    private static String numbered(int times, String line) {
        return IntStream.rangeClosed(1, times).mapToObj(line::formatted).collect(Collectors.joining());
    }
}
