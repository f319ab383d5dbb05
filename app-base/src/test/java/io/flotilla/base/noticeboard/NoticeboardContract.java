package io.flotilla.base.noticeboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.flotilla.base.noticeboard.Noticeboard.Posting;
import io.flotilla.base.noticeboard.Noticeboard.Superseded;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the fleet's programs may rely on, wherever the noticeboard is. */
abstract class NoticeboardContract {
    private static final int WRITERS = 4;
    private static final int INCREMENTS = 15;

    private Noticeboard board;

    /** Another way to the same, at first empty, place: as another process would have it. */
    abstract Noticeboard open() throws Exception;

    @BeforeEach
    void openBoard() throws Exception {
        board = open();
    }

    @Test
    void whatNobodyPostedIsNotThere() {
        assertEquals(Optional.empty(), board.read("catalogue"));
        assertEquals(List.of(), board.keys(""));
    }

    @Test
    void whatOneCreatesAnotherReads() throws Exception {
        Posting created = board.create("catalogue", text("one"));
        Posting read = open().read("catalogue").orElseThrow();

        assertEquals("catalogue", read.key());
        assertEquals(created.version(), read.version());
        assertEquals("one", text(read));
        assertEquals("one", text(created));
    }

    @Test
    void anyBytesComeBackAsTheyWere() throws Exception {
        byte[] all = new byte[70_000];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) (i * 31);
        }
        board.create("bytes", all);
        board.create("none", new byte[0]);

        assertArrayEquals(all, board.read("bytes").orElseThrow().body());
        assertEquals(0, board.read("none").orElseThrow().body().length);
    }

    @Test
    void ofTwoWhoCreateTheSecondLearnsIt() throws Exception {
        board.create("lock", text("mine"));

        assertThrows(Superseded.class, () -> open().create("lock", text("yours")));
        assertEquals("mine", text(board.read("lock").orElseThrow()));
    }

    @Test
    void ofTwoWhoReplaceTheSecondLearnsIt() throws Exception {
        Posting read = board.create("rollouts/Sales", text("one"));
        Posting two = board.replace(read, text("two"));

        assertThrows(Superseded.class, () -> board.replace(read, text("three")));
        assertEquals("two", text(board.read("rollouts/Sales").orElseThrow()));
        assertEquals("three", text(board.replace(two, text("three"))));
    }

    @Test
    void aChangeThatWasUndoneIsStillAChange() throws Exception {
        Posting first = board.create("lock", text("free"));
        Posting taken = board.replace(first, text("taken"));
        Posting freed = board.replace(taken, text("free"));

        assertNotEquals(first.version(), freed.version());
        assertThrows(Superseded.class, () -> board.replace(first, text("taken by a sleeper")));
    }

    @Test
    void theSameKeyMadeAnewIsNotTheOldOne() throws Exception {
        Posting first = board.create("lock", text("free"));
        board.remove(first);
        board.create("lock", text("free"));

        assertThrows(Superseded.class, () -> board.remove(first));
        assertThrows(Superseded.class, () -> board.replace(first, text("mine")));
    }

    @Test
    void whatIsGoneCannotBeReplacedAndToRemoveItAgainIsNoMistake() throws Exception {
        Posting first = board.create("lock", text("free"));
        board.remove(first);

        assertEquals(Optional.empty(), board.read("lock"));
        assertEquals(List.of(), board.keys(""));
        assertThrows(Superseded.class, () -> board.replace(first, text("mine")));
        board.remove(first);
    }

    @Test
    void keysAreFoundByTheirBeginningAndSorted() throws Exception {
        for (String key : List.of("rollouts/Sales", "rollouts/LMS", "rollouts", "rollouts-old/x", "catalogue",
                "a/b/c.d")) {
            board.create(key, text(key));
        }

        assertEquals(List.of("a/b/c.d", "catalogue", "rollouts", "rollouts-old/x", "rollouts/LMS", "rollouts/Sales"),
                board.keys(""));
        assertEquals(List.of("rollouts/LMS", "rollouts/Sales"), board.keys("rollouts/"));
        assertEquals(List.of("rollouts/Sales"), board.keys("rollouts/S"));
        assertEquals(List.of("rollouts", "rollouts-old/x", "rollouts/LMS", "rollouts/Sales"), board.keys("rollouts"));
        assertEquals(List.of(), board.keys("nothing/here"));
    }

    @Test
    void manyKeysAreAllListed() throws Exception {
        for (int i = 0; i < 25; i++) {
            board.create("journal/%02d".formatted(i), text("entry"));
        }

        assertEquals(IntStream.range(0, 25).mapToObj("journal/%02d"::formatted).toList(), board.keys("journal/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/etc/passwd", "../secret", "a/../b", "a/./b", "a//b", "a/", ".turn", "a/.hidden",
            "a b",
            "a\\b", "a\nb", "a\u0000b", "a?b", "ä", "C:", "a%2e%2e"})
    void keysThatCouldMeanSomethingElseAreRefused(String key) {
        Posting forged = new Posting(key, "1", text("x"));

        assertTrue(assertThrows(IllegalArgumentException.class, () -> board.create(key, text("x"))).getMessage()
                .contains("cannot be a noticeboard key"));
        assertThrows(IllegalArgumentException.class, () -> board.read(key));
        assertThrows(IllegalArgumentException.class, () -> board.replace(forged, text("x")));
        assertThrows(IllegalArgumentException.class, () -> board.remove(forged));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "../", "a/../", "a//", ".", "a/."})
    void listingStaysInsideTheBoard(String prefix) {
        assertThrows(IllegalArgumentException.class, () -> board.keys(prefix));
    }

    @Test
    void writersWhoReadAgainAndTryAgainLoseNoUpdate() throws Exception {
        board.create("counter", text("0"));
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        List<Future<Integer>> all = IntStream.range(0, WRITERS).mapToObj(i -> writers.submit(() -> increment(open())))
                .toList();
        for (Future<Integer> one : all) {
            one.get(120, TimeUnit.SECONDS);
        }
        writers.shutdown();

        assertEquals(WRITERS * INCREMENTS, Integer.parseInt(text(board.read("counter").orElseThrow())));
    }

    static int increment(Noticeboard board) {
        int done = 0;
        while (done < INCREMENTS) {
            Posting read = board.read("counter").orElseThrow();
            try {
                board.replace(read, text(Integer.toString(Integer.parseInt(text(read)) + 1)));
                done++;
            } catch (Superseded readAgain) {
                Thread.onSpinWait();
            }
        }
        return done;
    }

    static byte[] text(String text) {
        return text.getBytes(UTF_8);
    }

    static String text(Posting posting) {
        return new String(posting.body(), UTF_8);
    }
}
