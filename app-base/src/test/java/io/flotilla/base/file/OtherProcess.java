package io.flotilla.base.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of the tests in a Java process of its own, which can be killed as a machine's failure would kill it. */
public final class OtherProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private OtherProcess(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    /** @param program has a {@code main} method */
    public static OtherProcess start(Class<?> program, String... arguments) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1", "-cp", classPath, program.getName()));
        command.addAll(List.of(arguments));
        return new OtherProcess(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /** The next line that it printed; fails if it ended instead. */
    public String line() throws IOException {
        String line = output.readLine();
        assertTrue(line != null, "the other process ended before it printed what was awaited");
        return line;
    }

    /** Kills it without a warning (SIGKILL), and returns what it had printed and nobody had read. */
    public List<String> kill() throws IOException, InterruptedException {
        process.toHandle().destroyForcibly(); // Process.destroyForcibly would also close the output before it is read
        List<String> rest = output.lines().toList();
        process.waitFor();
        return rest;
    }

    /** Waits until it has ended well. */
    public void succeeds() throws InterruptedException {
        assertTrue(process.waitFor(120, TimeUnit.SECONDS), "the other process does not end");
        assertEquals(0, process.exitValue());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
