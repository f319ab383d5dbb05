package io.flotilla.deployer.aws.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FastJarTest {
    /** Longer than the 100 characters that a name in a header may have. */
    private static final String LONG = "lib/main/" + "org.example.an.organisation.with.a.very.long.name/".repeat(2)
            + "artifact.jar";

    @TempDir
    Path folder;

    @Test
    void theSystemsTarUnpacksWhatWasPacked() throws Exception {
        var build = build("one");
        var packed = FastJar.of(build).orElseThrow().pack();
        var out = Files.createDirectories(folder.resolve("out"));
        var log = folder.resolve("log");
        var tar = new ProcessBuilder("tar", "--extract", "--file", packed.toString(), "--directory", out.toString())
                .redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertTrue(tar.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, tar.exitValue(), Files.readString(log));
        for (var file : List.of("quarkus-run.jar", "app/app.jar", LONG)) {
            assertArrayEquals(Files.readAllBytes(build.resolve(file)), Files.readAllBytes(out.resolve(file)), file);
        }
        Files.delete(packed);
    }

    @Test
    void theSameBuildIsTheSameFileWhereverAndWheneverItWasMade() throws IOException {
        var one = FastJar.of(build("one")).orElseThrow().pack();
        var later = build("later");
        Files.setLastModifiedTime(later.resolve("app/app.jar"), FileTime.from(Instant.EPOCH));
        var two = FastJar.of(later).orElseThrow().pack();
        assertEquals(-1, Files.mismatch(one, two));
        Files.writeString(later.resolve("app/app.jar"), "another");
        var three = FastJar.of(later).orElseThrow().pack();
        assertTrue(Files.mismatch(one, three) >= 0);
        for (var packed : List.of(one, two, three)) {
            Files.delete(packed);
        }
    }

    @Test
    void theJarInTheFolderMeansTheFolderAndAnyOtherFileItself() throws IOException {
        var build = build("one");
        assertEquals(Optional.of(build.toAbsolutePath()),
                FastJar.of(build.resolve("quarkus-run.jar")).map(FastJar::folder));
        assertEquals(Optional.empty(), FastJar.of(build.resolve("app/app.jar")));
        var alone = Files.writeString(folder.resolve("quarkus-run.jar"), "an uber-jar of that name");
        assertEquals(Optional.empty(), FastJar.of(alone));
    }

    private Path build(String name) throws IOException {
        var build = folder.resolve(name);
        for (var file : List.of("quarkus-run.jar", "app/app.jar", LONG)) {
            Files.createDirectories(build.resolve(file).getParent());
            Files.writeString(build.resolve(file), "content of " + file);
        }
        return build;
    }
}
