package io.flotilla.deployer.local.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.flotilla.deployer.terminal.Failure;

/**
 * The processes of one environment on this machine. Each is remembered in a folder, so that those of a launcher that was
 * killed can be found and ended by the next.
 */
public final class Processes implements AutoCloseable {
    private static final String SUFFIX = ".process";

    private final Path folder;
    private final Duration grace;
    private final Map<String, Process> running = new ConcurrentHashMap<>();
    private final Set<ProcessHandle> descendants = ConcurrentHashMap.newKeySet();
    private final CountDownLatch ending = new CountDownLatch(1);

    /**
     * @param folder where they are remembered
     * @param grace  how long a process may take to end once asked, before it is killed
     */
    public Processes(Path folder, Duration grace) {
        this.folder = folder;
        this.grace = grace;
    }

    /** Ends what a former launcher left behind, and says whom. */
    public List<String> endLeftovers() {
        try {
            Files.createDirectories(folder);
            try (var files = Files.list(folder)) {
                var left = files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
                var alive = left.stream().filter(file -> new ProcessFile(file).find().isPresent()).toList();
                Ending.of(alive.stream().flatMap(file -> new ProcessFile(file).find().stream()).toList(), grace);
                left.forEach(file -> new ProcessFile(file).delete());
                return alive.stream().map(Processes::name).toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts a program.
     *
     * @throws Failure if the machine cannot run it, or if everything is being ended
     */
    public synchronized Process start(Program program) {
        if (ending.getCount() == 0) {
            throw new Failure("%s is not started: the fleet is ending".formatted(program.name()));
        }
        try {
            var process = builder(program).start();
            file(program.name()).write(process.toHandle());
            running.put(program.name(), process);
            return process;
        } catch (IOException e) {
            throw new Failure("%s cannot be started: %s".formatted(program.name(), e.getMessage()), e);
        }
    }

    private static ProcessBuilder builder(Program program) throws IOException {
        Files.createDirectories(program.log().getParent());
        var builder = new ProcessBuilder(program.command()).directory(program.folder().toFile())
                .redirectErrorStream(true).redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(program.log().toFile()));
        // A setting in the shell of whoever starts the fleet is not the app's.
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_"));
        builder.environment().putAll(program.environment());
        return builder;
    }

    /** Ends one of them, and whatever it has started, and forgets it. */
    public void end(String name) {
        Optional.ofNullable(running.get(name)).ifPresent(process -> {
            Ending.of(List.of(process.toHandle()), grace);
            running.remove(name);
            file(name).delete();
        });
    }

    /** Whether everything is being ended, or will be within this time. */
    public boolean isEnding(Duration within) throws InterruptedException {
        return ending.await(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Notes whom the processes have started by now. Called every second or so, it lets {@link #close} find those whose
     * parent is gone by then.
     */
    public void observe() {
        descendants.removeIf(process -> !process.isAlive());
        running.values().stream().flatMap(Process::descendants).forEach(descendants::add);
    }

    /** Ends all of them, and whatever they have started; nothing can be started afterwards. */
    @Override
    public void close() {
        synchronized (this) {
            ending.countDown();
        }
        var known = Stream.concat(running.values().stream().map(Process::toHandle), descendants.stream());
        Ending.of(known.toList(), grace);
        running.keySet().forEach(name -> file(name).delete());
    }

    private ProcessFile file(String name) {
        return new ProcessFile(folder.resolve(name + SUFFIX));
    }

    private static String name(Path file) {
        var name = file.getFileName().toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }
}
