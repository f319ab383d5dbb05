package io.flotilla.deployer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.flotilla.base.noticeboard.S3Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one command that needs S3, packaged. */
class PostIT {
    @TempDir
    Path folder;

    @Test
    void theCatalogueIsPostedToS3OnceAndNothingElseIsSaid() throws Exception {
        var fleet = Files.writeString(folder.resolve("fleet.yaml"),
                Files.readString(Path.of("demo/fleet.yaml")).replace("s3://davinci-labs-fleet/dev", "s3://board/dev"));
        try (var s3 = new S3Server()) {
            var first = post(fleet, s3.address().toString());
            assertEquals("posted " + fleet + " to s3://board/dev\n", first.out(), first.err());
            assertEquals("", first.err());
            assertEquals(0, first.exitCode());
            assertEquals("s3://board/dev has this catalogue already\n", post(fleet, s3.address().toString()).out());
        }
    }

    @Test
    void aBoardThatCannotBeReachedIsNamedInOneLine() throws Exception {
        var fleet = Path.of("demo/fleet.yaml");
        var run = post(fleet, "http://127.0.0.1:1");
        assertEquals(1, run.exitCode(), run.err());
        assertTrue(run.err().startsWith("cannot post to s3://davinci-labs-fleet/dev: "), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
    }

    private PackagedDeployer.Run post(Path fleet, String s3) throws Exception {
        return new PackagedDeployer(folder, Map.of(
                "AWS_ENDPOINT_URL_S3", s3,
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test")).run("post", "dev", "-f", fleet.toString());
    }
}
