package io.flotilla.deployer.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.flotilla.base.noticeboard.FolderNoticeboard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostCommandTest {
    @TempDir
    Path folder;

    @Test
    void theCatalogueIsPostedOnceToTheFolderBesideIt() throws IOException {
        var fleet = fleet("local:\n    noticeboard: board");
        assertEquals("posted " + fleet + " to board\n", CommandRun.of("post", "local", "-f", fleet).out());
        assertTrue(new FolderNoticeboard(folder.resolve("board")).read("catalogue").isPresent());
        assertEquals("board has this catalogue already\n", CommandRun.of("post", "local", "-f", fleet).out());
    }

    @Test
    void anEnvironmentWithoutANoticeboardIsSaidToLackOne() throws IOException {
        var fleet = fleet("local:");
        var run = CommandRun.of("post", "local", "-f", fleet);
        assertEquals(1, run.exitCode());
        assertEquals(fleet + ": environments.local has no noticeboard; name an s3://bucket/prefix or a folder\n",
                run.err());
    }

    @Test
    void aNoticeboardThatIsAFileIsSaidToBeOne() throws IOException {
        Files.writeString(folder.resolve("board"), "");
        var run = CommandRun.of("post", "local", "-f", fleet("local:\n    noticeboard: board"));
        assertEquals(1, run.exitCode());
        assertTrue(run.err().startsWith("cannot post to board: "), run.err());
        assertTrue(run.err().contains("it must be a folder"), run.err());
    }

    private Path fleet(String local) throws IOException {
        return Files.writeString(folder.resolve("fleet.yaml"),
                Files.readString(Path.of("demo/fleet.yaml")).replace("\n  local:\n", "\n  " + local + "\n"));
    }
}
