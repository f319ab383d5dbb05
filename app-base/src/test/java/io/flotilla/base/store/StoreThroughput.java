package io.flotilla.base.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** Prints how many durable transactions a second this machine does; see docs/state.md. */
final class StoreThroughput {
    private static final int WRITES = 2_000;

    private StoreThroughput() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory(Path.of("target"), "throughput");
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().setServerConfig("fsync", "on").start()) {
            for (int threads : new int[]{1, 8}) {
                print("SQLite", threads, "sqlite:" + folder.resolve(threads + ".db"));
                print("PostgreSQL", threads, "postgresql://postgres@127.0.0.1:" + server.getPort() + "/postgres");
            }
        }
    }

    private static void print(String engine, int threads, String setting) throws Exception {
        try (OpenDatabase open = OpenDatabase.open(Database.parse(setting, "threads" + threads))) {
            run(threads, () -> WriterProgram.writeNext(open.store()), WRITES / 10);
            System.out.printf("%s, %d thread(s): %,.0f writes a second, %,.0f reads a second%n", engine, threads,
                    run(threads, () -> WriterProgram.writeNext(open.store()), WRITES),
                    run(threads, () -> open.store().<Long, RuntimeException>read(handle -> handle
                            .createQuery("SELECT amount FROM counter WHERE name = 'a'").mapTo(Long.class).one()),
                            WRITES));
        }
    }

    private static double run(int threads, Callable<Long> one, int times) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Callable<Long>> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            all.add(one);
        }
        long start = System.nanoTime();
        for (var result : pool.invokeAll(all)) {
            result.get();
        }
        pool.shutdown();
        return times / ((System.nanoTime() - start) / 1e9);
    }
}
