package io.flotilla.base.noticeboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;

import io.flotilla.base.noticeboard.Noticeboard.Posting;
import io.flotilla.base.noticeboard.Noticeboard.Superseded;
import io.flotilla.base.noticeboard.S3Server.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

class S3NoticeboardTest extends NoticeboardContract {
    private S3Server server;
    private S3Client client;

    @BeforeEach
    @Override
    void openBoard() throws Exception {
        server = new S3Server();
        client = S3Client.builder().endpointOverride(server.address()).region(Region.US_EAST_1).forcePathStyle(true)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClientBuilder(UrlConnectionHttpClient.builder()).build();
        server.put("prod/catalogue", "of another environment");
        server.put("dev-old/catalogue", "of another environment, too");
        super.openBoard();
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Override
    Noticeboard open() {
        return new S3Noticeboard(client, "board", "dev", Duration.ofSeconds(5));
    }

    @Test
    void aCollisionIsTriedAgain() throws Exception {
        server.next(Fault.CONFLICT, Fault.CONFLICT, Fault.CONFLICT);
        Posting one = open().create("lock", text("one"));
        server.next(Fault.CONFLICT);
        Posting two = open().replace(one, text("two"));
        server.next(Fault.CONFLICT);
        open().remove(two);

        assertEquals(0, server.waiting());
        assertTrue(open().read("lock").isEmpty());
    }

    @Test
    void endlessCollisionsAreAnErrorThatNamesThePlace() {
        server.next(Collections.nCopies(50, Fault.CONFLICT).toArray(Fault[]::new));

        String message = assertThrows(UncheckedIOException.class, () -> open().create("lock", text("one")))
                .getMessage();
        assertTrue(message.contains("cannot write \"lock\" on the noticeboard s3://board/dev"), message);
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILED", "DONE_BUT_FAILED", "DONE_BUT_SILENT"})
    void aWriterWhoseAnswerWasLostKnowsItsOwnWrite(Fault fault) throws Exception {
        server.next(fault);
        Posting one = open().create("lock", text("one"));
        server.next(fault);
        Posting two = open().replace(one, text("two"));

        assertEquals("two", text(open().read("lock").orElseThrow()));
        assertEquals(two.version(), open().read("lock").orElseThrow().version());
        server.next(fault);
        open().remove(two);
        assertTrue(open().read("lock").isEmpty());
    }

    @Test
    void aWriterThatLostIsNotTakenForTheOneThatWon() throws Exception {
        open().create("lock", text("the same words"));
        server.next(Fault.FAILED);

        assertThrows(Superseded.class, () -> open().create("lock", text("the same words")));
    }

    @Test
    void aServerThatFailsForGoodIsAnError() {
        server.next(Collections.nCopies(50, Fault.FAILED).toArray(Fault[]::new));

        assertThrows(UncheckedIOException.class, () -> open().create("lock", text("one")));
    }

    @Test
    void aServerThatDoesNotAnswerIsGivenUp() {
        server.next(Collections.nCopies(50, Fault.HANGS).toArray(Fault[]::new));
        Noticeboard impatient = new S3Noticeboard(client, "board", "dev", Duration.ofMillis(200));

        assertThrows(UncheckedIOException.class, () -> impatient.create("lock", text("one")));
    }

    @Test
    void aMissingBucketIsAnErrorAndNotAnEmptyBoard() throws IOException {
        Noticeboard nowhere = new S3Noticeboard(client, "typo", "dev", Duration.ofSeconds(5));
        Posting forged = new Posting("catalogue", "\"1\"", text("x"));

        for (var action : List.<org.junit.jupiter.api.function.Executable>of(() -> nowhere.read("catalogue"),
                () -> nowhere.keys(""), () -> nowhere.create("catalogue", text("x")),
                () -> nowhere.replace(forged, text("x")), () -> nowhere.remove(forged))) {
            String message = assertThrows(UncheckedIOException.class, action).getMessage();
            assertTrue(message.contains("s3://typo/dev") && message.contains("NoSuchBucket"), message);
        }
    }

    @Test
    void aForeignObjectIsNamedWhenReadAndNotListedIfNoKey() {
        server.put("dev/catalogue", "{}");
        server.put("dev/.hidden", "x");

        assertEquals(List.of("catalogue"), open().keys(""));
        String message = assertThrows(UncheckedIOException.class, () -> open().read("catalogue")).getMessage();
        assertTrue(message.contains("s3://board/dev/catalogue is not a posting"), message);
    }
}
