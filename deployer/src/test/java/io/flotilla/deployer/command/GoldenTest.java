package io.flotilla.deployer.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every template as a reviewer sees it, under {@code src/test/resources/golden}. After a change that is meant:
 * {@code ./mvnw test -pl deployer -am -Dtest=GoldenTest -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.write}.
 */
class GoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"demo/fleet.yaml, dev, davinci-labs", "demo/fleet.yaml, prod, davinci-labs",
            "src/test/resources/fleets/runtimes.yaml, dev, runtimes"})
    void theTemplatesAreThoseThatWereReviewed(Path fleet, String environment, String name) throws IOException {
        var run = CommandRun.of("template", "--fleet", fleet, environment, "--out", folder);
        assertEquals(0, run.exitCode(), run.err());
        var golden = GOLDEN.resolve(name + "-" + environment);
        if (System.getProperty("golden.write") != null) {
            replace(golden);
        }
        assertEquals(texts(golden), texts(folder));
    }

    private void replace(Path golden) throws IOException {
        Files.createDirectories(golden);
        for (var stale : texts(golden).keySet()) {
            Files.delete(golden.resolve(stale));
        }
        for (var text : texts(folder).entrySet()) {
            Files.writeString(golden.resolve(text.getKey()), text.getValue());
        }
    }

    private static SortedMap<String, String> texts(Path folder) throws IOException {
        var texts = new TreeMap<String, String>();
        try (var files = Files.list(folder)) {
            files.forEach(file -> {
                try {
                    texts.put(file.getFileName().toString(), Files.readString(file));
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            });
        }
        return texts;
    }
}
