package io.flotilla.deployer.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.flotilla.deployer.git.GitHeads.Branch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitHeadsTest {
    @TempDir
    Path folder;
    private String repository;
    private String commit;

    @BeforeEach
    void commit() throws Exception {
        var work = Files.createDirectory(folder.resolve("work"));
        git(work, "init", "-q", "-b", "main");
        git(work, "-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "-q", "--allow-empty", "-m",
                "first");
        git(work, "branch", "-q", "fixing/Styling");
        commit = git(work, "rev-parse", "HEAD");
        repository = work.toUri().toString();
    }

    @Test
    void findsTheNewestCommitOfEachBranch() {
        var main = new Branch(repository, "main");
        var fixing = new Branch(repository, "fixing/Styling");
        var heads = new GitHeads(Optional.empty(), "file").of(List.of(main, fixing, main));
        assertEquals(Optional.of(commit), heads.get(main).commit());
        assertEquals(Optional.of(commit), heads.get(fixing).commit());
    }

    @Test
    void saysWhichBranchIsMissing() {
        var branch = new Branch(repository, "gone");
        assertEquals("there is no branch gone in " + repository,
                new GitHeads(Optional.empty(), "file").of(List.of(branch)).get(branch).problem());
    }

    @Test
    void speaksOnlyHttpsAndSsh() {
        var marker = folder.resolve("marker");
        for (var url : List.of(repository, "ext::sh -c touch% " + marker, "http://127.0.0.1:1/x.git",
                "git://127.0.0.1:1/x")) {
            var branch = new Branch(url, "main");
            var problem = new GitHeads(Optional.empty()).of(List.of(branch)).get(branch).problem();
            assertTrue(problem.contains("not allowed"), problem);
        }
        assertFalse(Files.exists(marker));
    }

    @Test
    void aNameThatLooksLikeAnOptionIsAName() {
        var marker = folder.resolve("marker");
        var branch = new Branch("--upload-pack=touch " + marker, "--upload-pack=touch " + marker);
        assertEquals(Optional.empty(), new GitHeads(Optional.empty(), "file").of(List.of(branch)).get(branch).commit());
        assertFalse(Files.exists(marker));
    }

    private static String git(Path in, String... arguments) throws IOException, InterruptedException {
        var process = new ProcessBuilder(Stream.concat(Stream.of("git"), Stream.of(arguments)).toList())
                .directory(in.toFile()).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertEquals(0, process.waitFor(), output);
        return output;
    }
}
