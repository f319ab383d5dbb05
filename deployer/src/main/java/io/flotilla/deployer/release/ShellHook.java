package io.flotilla.deployer.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import io.flotilla.deployer.rollout.step.Verification.Hook;

/** Runs a rollout's hook by {@code sh -c}, in the folder that the deployer was started in. */
public final class ShellHook implements Hook {
    private static final int SHOWN = 4_000;

    @Override
    public Running start(String command, Map<String, String> environment) {
        try {
            var output = Files.createTempFile("hook", ".log");
            var builder = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            return new Command(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException("the hook cannot be started: " + e.getMessage(), e);
        }
    }

    private record Command(Process process, Path log) implements Running {
        @Override
        public Optional<Integer> exitCode() {
            return process.isAlive() ? Optional.empty() : Optional.of(process.exitValue());
        }

        @Override
        public String output() {
            try {
                var text = Files.readString(log);
                return text.substring(Math.max(0, text.length() - SHOWN));
            } catch (IOException e) {
                return "its output cannot be read: " + e.getMessage();
            }
        }

        @Override
        public void kill() {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }
}
