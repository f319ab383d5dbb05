package io.flotilla.base.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a program may rely on, whichever engine it was given. */
abstract class StoreContract {
    private static final int WRITERS = 8;
    private static final int INCREMENTS = 40;

    private OpenDatabase open;

    /** A database that no other test has used. */
    abstract Database fresh() throws Exception;

    /** The engine's own word for "a commit returns when it is on disk". */
    abstract boolean commitsAreDurable(Handle handle);

    @BeforeEach
    void openDatabase() throws Exception {
        open = OpenDatabase.open(fresh());
    }

    @AfterEach
    void closeDatabase() {
        open.close();
    }

    @Test
    void commitsAreOnDiskBeforeTheyAreAcknowledged() {
        assertTrue(open.store().<Boolean, RuntimeException>read(this::commitsAreDurable));
        assertTrue(open.store().<Boolean, RuntimeException>write(this::commitsAreDurable));
    }

    @Test
    void whatWasWrittenIsRead() {
        assertEquals(7, open.store().<Long, RuntimeException>write(handle -> add(handle, "a", 7)));

        assertEquals(7, amount("a"));
    }

    @Test
    void aWriteThatThrowsLeavesNothing() {
        assertThrows(IOException.class, () -> open.store().write(handle -> {
            add(handle, "a", 1);
            throw new IOException("half way");
        }));

        assertEquals(0, amount("a"));
    }

    @Test
    void aReadRefusesToWrite() {
        assertThrows(JdbiException.class,
                () -> open.store().<Long, RuntimeException>read(handle -> add(handle, "a", 1)));

        assertEquals(0, amount("a"));
        assertEquals(1, open.store().<Long, RuntimeException>write(handle -> add(handle, "a", 1)));
    }

    @Test
    void aReadSeesOneMomentThroughout() {
        long[] seen = open.store().<long[], RuntimeException>read(handle -> {
            long before = amount(handle, "a");
            inAnotherThread(() -> open.store().<Long, RuntimeException>write(writing -> add(writing, "b", 5)));
            return new long[]{before, amount(handle, "b")};
        });

        assertEquals(0, seen[1]);
        assertEquals(5, amount("b"));
    }

    @Test
    void aReadDoesNotWaitForAWriter() {
        open.store().<Long, RuntimeException>write(handle -> {
            add(handle, "a", 3);
            assertEquals(0, (long) inAnotherThread(() -> amount("a")));
            return 0L;
        });

        assertEquals(3, amount("a"));
    }

    @Test
    void writersThatReadFirstNeitherFailNorLoseAnUpdate() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        List<Future<Integer>> all = IntStream.range(0, WRITERS)
                .mapToObj(i -> writers.submit(() -> increment(open.store())))
                .toList();
        for (Future<Integer> one : all) {
            one.get(60, TimeUnit.SECONDS);
        }
        writers.shutdown();

        assertEquals(WRITERS * INCREMENTS, amount("a"));
    }

    @Test
    void twoStoresOnOneDatabaseNeitherFailNorLoseAnUpdate() throws Exception {
        try (OpenDatabase other = OpenDatabase.open(open.database())) {
            ExecutorService writers = Executors.newFixedThreadPool(2);
            Future<Integer> here = writers.submit(() -> increment(open.store()));
            Future<Integer> there = writers.submit(() -> increment(other.store()));
            here.get(60, TimeUnit.SECONDS);
            there.get(60, TimeUnit.SECONDS);
            writers.shutdown();
        }

        assertEquals(2 * INCREMENTS, amount("a"));
    }

    @Test
    void storesThatStartTogetherMigrateOnce() throws Exception {
        Database untouched = fresh();
        ExecutorService starts = Executors.newFixedThreadPool(4);
        CountDownLatch ready = new CountDownLatch(4);
        List<Future<Long>> all = IntStream.range(0, 4).mapToObj(i -> starts.submit(() -> {
            ready.countDown();
            ready.await();
            try (OpenDatabase started = OpenDatabase.open(untouched)) {
                return started.store().<Long, RuntimeException>write(handle -> add(handle, "a", 1));
            }
        })).toList();
        for (Future<Long> one : all) {
            one.get(60, TimeUnit.SECONDS);
        }
        starts.shutdown();

        try (OpenDatabase last = OpenDatabase.open(untouched)) {
            assertEquals(4, last.store().<Long, RuntimeException>read(handle -> amount(handle, "a")));
        }
    }

    @Test
    void referencesAreHeld() {
        assertThrows(JdbiException.class, () -> open.store().<Integer, RuntimeException>write(
                handle -> handle.execute("INSERT INTO entry (id, counter) VALUES (1, 'nobody')")));
    }

    @Test
    void insertOrUpdateAndReturnRunsUnchanged() {
        String upsert = "INSERT INTO counter (name, amount) VALUES ('a', 4)"
                + " ON CONFLICT (name) DO UPDATE SET amount = counter.amount + excluded.amount RETURNING amount";

        assertEquals(4, open.store().<Long, RuntimeException>write(
                handle -> handle.createQuery(upsert).mapTo(Long.class).one()));
    }

    @Test
    void aWriteInsideAWriteIsRefusedAtOnce() {
        assertThrows(IllegalStateException.class, () -> open.store().<Long, RuntimeException>write(
                outer -> open.store().<Long, RuntimeException>write(inner -> add(inner, "a", 1))));
    }

    private static int increment(Store store) {
        for (int i = 0; i < INCREMENTS; i++) {
            store.<Integer, RuntimeException>write(handle -> {
                long read = amount(handle, "a");
                return handle.execute("UPDATE counter SET amount = ? WHERE name = 'a'", read + 1);
            });
        }
        return INCREMENTS;
    }

    private long amount(String name) {
        return open.store().<Long, RuntimeException>read(handle -> amount(handle, name));
    }

    private static long amount(Handle handle, String name) {
        return handle.createQuery("SELECT amount FROM counter WHERE name = ?").bind(0, name).mapTo(Long.class).one();
    }

    private static long add(Handle handle, String name, long more) {
        handle.execute("UPDATE counter SET amount = amount + ? WHERE name = ?", more, name);
        return amount(handle, name);
    }

    private static <T> T inAnotherThread(Callable<T> work) {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            return other.submit(work).get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            other.shutdownNow();
        }
    }
}
