package io.flotilla.base.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TurnTest {
    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private int unguarded;

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void threadsHaveItOneAfterAnother() throws Exception {
        List<Future<Integer>> all = IntStream.range(0, 4).mapToObj(i -> threads.submit(() -> count(500))).toList();
        for (Future<Integer> one : all) {
            one.get(60, TimeUnit.SECONDS);
        }

        assertEquals(2000, unguarded);
    }

    @Test
    void itWaitsForWhoeverElseLockedTheFileInThisProcess() throws Exception {
        Future<Integer> waiting;
        try (FileChannel other = FileChannel.open(file(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            other.lock();
            waiting = threads.submit(() -> count(1));
            assertThrows(TimeoutException.class, () -> waiting.get(300, TimeUnit.MILLISECONDS));
        }

        assertEquals(1, waiting.get(60, TimeUnit.SECONDS));
    }

    @Test
    void takingItTwiceIsRefusedInsteadOfWaitingForEver() throws Exception {
        Turn first = Turn.at(file());
        assertThrows(IllegalStateException.class, () -> Turn.at(file()));
        first.close();

        Turn.at(file()).close();
    }

    private int count(int times) throws Exception {
        for (int i = 0; i < times; i++) {
            try (Turn turn = Turn.at(file())) {
                unguarded++;
            }
        }
        return times;
    }

    private Path file() {
        return folder.resolve(".turn");
    }
}
