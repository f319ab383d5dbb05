package io.flotilla.deployer.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What git knows of who sits here. */
public final class GitSettings {
    private GitSettings() {}

    /** The address that this person's commits carry; empty without one, or without git. */
    public static Optional<String> email() {
        try {
            var process = new ProcessBuilder("git", "config", "user.email")
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            process.getOutputStream().close();
            var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return Optional.of(answer).filter(address -> !address.isEmpty());
        } catch (IOException noGit) {
            return Optional.empty();
        }
    }
}
