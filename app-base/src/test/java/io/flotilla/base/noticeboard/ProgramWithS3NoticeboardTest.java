package io.flotilla.base.noticeboard;

import static io.flotilla.base.noticeboard.NoticeboardContract.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import io.flotilla.base.noticeboard.Noticeboard.Superseded;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ProgramWithS3NoticeboardTest.S3.class)
class ProgramWithS3NoticeboardTest {
    @Inject
    Noticeboard board;

    @Test
    void postsWithTheClientThatQuarkusConfigures() throws Exception {
        var posted = board.create("rollouts/Sales", text("one"));

        assertEquals("s3://board/dev", board.toString());
        assertEquals(List.of("rollouts/Sales"), board.keys(""));
        assertEquals("one", text(board.read("rollouts/Sales").orElseThrow()));
        board.replace(posted, text("two"));
        assertThrows(Superseded.class, () -> board.replace(posted, text("three")));
    }

    public static class S3 implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("flotilla.noticeboard-in-s3", "true", "flotilla.noticeboard", "s3://board/dev",
                    "quarkus.s3.aws.region",
                    "eu-west-1", "quarkus.s3.path-style-access", "true", "quarkus.s3.aws.credentials.type", "static",
                    "quarkus.s3.aws.credentials.static-provider.access-key-id", "test",
                    "quarkus.s3.aws.credentials.static-provider.secret-access-key", "test");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Server.class));
        }
    }

    public static class Server implements QuarkusTestResourceLifecycleManager {
        private S3Server server;

        @Override
        public Map<String, String> start() {
            try {
                server = new S3Server();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Map.of("quarkus.s3.endpoint-override", server.address().toString());
        }

        @Override
        public void stop() {
            server.close();
        }
    }
}
