package io.flotilla.deployer.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flotilla.deployer.command.DeployerCommand;
import io.flotilla.deployer.terminal.CommandLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;
import picocli.CommandLine.ParameterException;

/** The documents as their readers use them: they type what stands there, and follow links. */
class DocsTest {
    private static final Set<String> COMMANDS = Set.of("console", "sh");
    private static final Set<String> KINDS = Set.of("console", "sh", "text", "yaml", "json", "java", "html", "csv",
            "properties", "xml", "python", "sql", "css", "js");
    /** Programs that pages may ask a reader to type besides Flotilla's own; each is everywhere, or named as a need. */
    private static final Set<String> OTHERS = Set.of("alias", "tail", "curl", "aws", "java", "kill", "cat", "python",
            "source", "packer", "cd", "export", "git", "jq", "sudo", "systemctl", "psql", "sqlite3", "ssh");
    /** Those that ask nothing of AWS, of a running fleet or of a terminal. */
    private static final Set<String> OFFLINE = Set.of("check", "template", "iam-policy", "generate-completion", "help");
    private static final List<Page> PAGES = Page.all();

    @TempDir
    Path folder;

    @Test
    void everyBlockIsOfAKnownKind() {
        assertNone(blocks().filter(found -> !KINDS.contains(found.block().kind()))
                .map(found -> found.at("a block of kind \"%s\"".formatted(found.block().kind()))));
    }

    @Test
    void whatIsCalledYamlOrJsonIs() {
        assertNone(blocks().flatMap(found -> {
            try {
                if (found.block().kind().equals("yaml")) {
                    new Yaml().loadAll(found.block().text()).forEach(document -> {});
                } else if (found.block().kind().equals("json")) {
                    new ObjectMapper().readTree("[" + found.block().text() + "]");
                }
                return Stream.empty();
            } catch (IOException | RuntimeException mistake) {
                return Stream.of(found.at(mistake.getMessage()));
            }
        }));
    }

    @Test
    void everyCommandLineOfTheDeployerIsOneThatItKnows() {
        var lines = typed().filter(typed -> typed.line().startsWith("deployer ")).toList();
        assertTrue(lines.size() > 20, "only %d lines were found".formatted(lines.size()));
        assertNone(lines.stream().flatMap(typed -> {
            try {
                CommandLines.of(new DeployerCommand()).parseArgs(words(typed.line()));
                return Stream.empty();
            } catch (ParameterException mistake) {
                return Stream.of(typed.at(mistake.getMessage()));
            }
        }));
    }

    @Test
    void thoseThatNeedNobodyAreRun() {
        var lines = typed().filter(typed -> typed.line().startsWith("deployer "))
                .filter(typed -> OFFLINE.contains(words(typed.line())[0])).toList();
        assertTrue(lines.size() >= 4, "only %d lines were found".formatted(lines.size()));
        assertNone(lines.stream().flatMap(typed -> {
            var err = new StringWriter();
            var words = new ArrayList<>(List.of(words(typed.line())));
            words.replaceAll(word -> word.equals("deployer/demo/fleet.yaml") ? "demo/fleet.yaml" : word);
            if (!words.contains("-f") && !Set.of("help", "generate-completion").contains(words.get(0))) {
                words.addAll(List.of("-f", "demo/fleet.yaml"));
            }
            if (words.contains("--out")) {
                words.set(words.indexOf("--out") + 1, folder.resolve("out").toString());
            }
            var code = CommandLines.of(new DeployerCommand()).setOut(new PrintWriter(new StringWriter()))
                    .setErr(new PrintWriter(err)).execute(words.toArray(String[]::new));
            return code == 0 ? Stream.empty() : Stream.of(typed.at("exit code %d: %s".formatted(code, err)));
        }));
    }

    @Test
    void everyMavenLineNamesModulesTestsAndProfilesThatExist() {
        var lines = typed().filter(typed -> typed.line().startsWith("./mvnw")).toList();
        assertTrue(lines.size() > 10, "only %d lines were found".formatted(lines.size()));
        assertNone(lines.stream().flatMap(typed -> unknown(typed.line()).map(typed::at)));
    }

    @Test
    void everyOtherProgramIsOneThatAPageMayAskFor() {
        assertNone(typed().filter(typed -> !typed.line().startsWith("./mvnw"))
                .filter(typed -> !typed.line().startsWith("deployer "))
                .filter(typed -> !OTHERS
                        .contains(typed.line().replaceFirst("^([A-Z_]+=\\S+ +|… +)+", "").split("[ =(]")[0]))
                .map(typed -> typed.at("nobody says where this program comes from")));
    }

    @Test
    void everyLinkLeadsSomewhere() {
        assertNone(PAGES.stream().flatMap(page -> page.links().stream().filter(link -> !leadsSomewhere(page, link))
                .map(link -> "%s: %s leads nowhere".formatted(name(page), link))));
    }

    @Test
    void whatIsWrongIsSeen() {
        var page = Page.of(Path.of("x.md"), "# A b\n[l](#a-b) [m](#c)\n\n```console\n$ deployer chekc\nsaid\n```\n");
        assertEquals(List.of("deployer chekc"), page.blocks().get(0).commands().toList());
        assertTrue(leadsSomewhere(page, "#a-b"));
        assertTrue(!leadsSomewhere(page, "#c") && !leadsSomewhere(page, "nowhere.md"));
        assertEquals(1, unknown("./mvnw test -pl nowhere").count());
        assertEquals(1, unknown("./mvnw test -pl portal -Dtest=NobodyTest").count());
        assertEquals(1, unknown("./mvnw -Pnobody").count());
    }

    private record Found(Page page, Page.Block block) {
        String at(String what) {
            return "%s: %s in%n%s".formatted(name(page), what, block.text());
        }
    }

    private record Typed(Page page, String line) {
        String at(String what) {
            return "%s: %s: %s".formatted(name(page), line, what);
        }
    }

    private static Stream<Found> blocks() {
        return PAGES.stream().flatMap(page -> page.blocks().stream().map(block -> new Found(page, block)));
    }

    private static Stream<Typed> typed() {
        return blocks().filter(found -> COMMANDS.contains(found.block().kind()))
                .flatMap(found -> found.block().commands().map(line -> new Typed(found.page(), line)));
    }

    /** Up to a pipe or a redirection; names that a reader fills in stand for the demo's. */
    private static String[] words(String line) {
        var own = line.split("\\s+[|>]|\\s+2>")[0].replaceAll("\\bENV\\b", "dev").replaceAll("\\bAPP\\b", "Sales");
        return Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)").matcher(own).results().skip(1)
                .map(word -> Stream.of(word.group(1), word.group(2), word.group(3)).filter(part -> part != null)
                        .findFirst().orElseThrow())
                .toArray(String[]::new);
    }

    static Stream<String> unknown(String line) {
        var modules = Pattern.compile("-pl ([\\w,/-]+)").matcher(line).results()
                .flatMap(found -> Stream.of(found.group(1).split(","))).toList();
        var noModule = modules.stream().filter(module -> !Files.exists(Page.HOUSE.resolve(module).resolve("pom.xml")))
                .map(module -> "there is no module " + module);
        var noTest = Pattern.compile("-D(?:it\\.)?test=([\\w,]+)").matcher(line).results()
                .flatMap(found -> Stream.of(found.group(1).split(","))).filter(test -> !exists(modules, test))
                .map(test -> "there is no test " + test);
        var noProfile = Pattern.compile("-P(\\w+)").matcher(line).results().map(found -> found.group(1))
                .filter(profile -> Stream.of("pom.xml", "app-base/dashboard/pom.xml")
                        .noneMatch(pom -> text(Page.HOUSE.resolve(pom)).contains("<id>%s</id>".formatted(profile))))
                .map(profile -> "there is no profile " + profile);
        return Stream.of(noModule, noTest, noProfile).flatMap(found -> found);
    }

    private static boolean exists(List<String> modules, String test) {
        return modules.stream().map(module -> Page.HOUSE.resolve(module).resolve("src/test/java")).anyMatch(sources -> {
            try (var files = Files.walk(sources)) {
                return files.anyMatch(file -> file.getFileName().toString().equals(test + ".java"));
            } catch (IOException noModule) {
                return false;
            }
        });
    }

    /** Elsewhere in the world is not asked: a build must not fail because another host is away. */
    private static boolean leadsSomewhere(Page page, String link) {
        var uri = URI.create(link);
        if (uri.getScheme() != null) {
            return Set.of("https", "http", "mailto").contains(uri.getScheme());
        }
        var target = uri.getPath().isEmpty() ? page.file() : page.file().resolveSibling(uri.getPath()).normalize();
        if (uri.getFragment() == null) {
            return Files.exists(target);
        }
        return target.equals(page.file())
                ? page.anchors().contains(uri.getFragment())
                : Files.exists(target) && Page.of(target).anchors().contains(uri.getFragment());
    }

    private static String name(Page page) {
        return page.file().isAbsolute() ? Page.HOUSE.relativize(page.file()).toString() : page.file().toString();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static void assertNone(Stream<String> complaints) {
        var all = complaints.toList();
        assertTrue(all.isEmpty(), () -> String.join("\n", all));
    }
}
