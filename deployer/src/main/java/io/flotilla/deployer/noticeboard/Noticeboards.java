package io.flotilla.deployer.noticeboard;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.inject.Instance;

import io.flotilla.base.noticeboard.FolderNoticeboard;
import io.flotilla.base.noticeboard.Noticeboard;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;

/** Opens an environment's noticeboard for one piece of work of a command. */
public final class Noticeboards {
    /** Quarkus configures the client of S3; it shall be neither heard nor reached meanwhile. */
    private static final Map<String, String> QUIET = Map.of(
            "quarkus.banner.enabled", "false",
            "quarkus.log.level", "WARN",
            "quarkus.log.console.stderr", "true",
            "quarkus.http.host-enabled", "false");

    private Noticeboards() {}

    /** What is done with the noticeboard. */
    @FunctionalInterface
    public interface Work<T> {
        T with(Noticeboard noticeboard) throws Exception;
    }

    /** In a folder: nothing needs to be booted. */
    public static <T> T inFolder(Path folder, Work<T> work) throws Exception {
        return work.with(new FolderNoticeboard(folder));
    }

    /**
     * In S3. Once a program: Quarkus boots for it.
     *
     * @param place  such as {@code s3://bucket/dev}
     * @param region the bucket's
     */
    public static <T> T inS3(String place, String region, Work<T> work) throws Exception {
        QUIET.forEach(System::setProperty);
        System.setProperty("flotilla.noticeboard", place);
        System.setProperty("flotilla.region", region);
        var done = new AtomicReference<T>();
        var failed = new AtomicReference<Exception>();
        Booted.task.set(noticeboard -> {
            try {
                done.set(work.with(noticeboard.get()));
            } catch (Exception failure) {
                failed.set(failure);
            }
        });
        Quarkus.run(Booted.class, (exitCode, failure) -> {});
        if (failed.get() != null) {
            throw failed.get();
        }
        return done.get();
    }

    /** Where Quarkus hands over once it has booted; it makes the instance itself, so the task waits in a static field. */
    static final class Booted implements QuarkusApplication {
        private static final AtomicReference<Task> task = new AtomicReference<>();

        private final Instance<Noticeboard> noticeboard;

        Booted(Instance<Noticeboard> noticeboard) {
            this.noticeboard = noticeboard;
        }

        @Override
        public int run(String... arguments) {
            task.get().run(noticeboard);
            return 0;
        }
    }

    private interface Task {
        void run(Instance<Noticeboard> noticeboard);
    }
}
