package io.flotilla.base.noticeboard;

import java.nio.file.Files;
import java.nio.file.Path;

import io.flotilla.base.noticeboard.Noticeboard.Posting;

/** Prints how many durable replacements and readings a second a folder on this machine does; see docs/state.md. */
final class NoticeboardThroughput {
    private static final int TIMES = 1_000;

    private NoticeboardThroughput() {}

    public static void main(String[] arguments) throws Exception {
        Noticeboard board = new FolderNoticeboard(Files.createTempDirectory(Path.of("target"), "throughput"));
        Posting last = board.create("rollouts/Sales", new byte[4_096]);
        long start = System.nanoTime();
        for (int i = 0; i < TIMES; i++) {
            last = board.replace(last, new byte[4_096]);
        }
        long replaced = System.nanoTime();
        for (int i = 0; i < TIMES; i++) {
            board.read("rollouts/Sales");
        }
        System.out.printf("folder, 4 KiB: %,.0f replacements a second, %,.0f readings a second%n",
                TIMES / ((replaced - start) / 1e9), TIMES / ((System.nanoTime() - replaced) / 1e9));
    }
}
