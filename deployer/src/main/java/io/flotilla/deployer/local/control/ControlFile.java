package io.flotilla.deployer.local.control;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

import io.flotilla.deployer.terminal.Failure;

/**
 * Where a running fleet takes orders, and the token that it asks for. It lies in the fleet's state folder, for its owner's eyes
 * only: whoever may read it may command the fleet.
 *
 * @param launcher the process that runs the fleet
 */
public record ControlFile(int port, String token, long launcher) {
    public static final String NAME = "control";
    private static final int TOKEN_BYTES = 32;

    static ControlFile fresh(int port) {
        var bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new ControlFile(port, HexFormat.of().formatHex(bytes), ProcessHandle.current().pid());
    }

    void write(Path state) {
        var file = state.resolve(NAME);
        try {
            Files.deleteIfExists(file);
            try (var channel = FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
                channel.write(ByteBuffer
                        .wrap("%d %s %d".formatted(port, token, launcher).getBytes(StandardCharsets.US_ASCII)));
            }
        } catch (IOException e) {
            throw new Failure("%s cannot be written: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** Tells everybody that no fleet has this state folder any more. */
    public static void delete(Path state) {
        try {
            Files.deleteIfExists(state.resolve(NAME));
        } catch (IOException leftBehind) {
            return; // the next fleet writes over it, and nobody listens meanwhile
        }
    }

    /** What stands there; empty if no fleet has this state folder, or none ever had. */
    public static Optional<ControlFile> read(Path state) {
        try {
            var words = Files.readString(state.resolve(NAME)).split(" ");
            return Optional.of(new ControlFile(Integer.parseInt(words[0]), words[1], Long.parseLong(words[2])));
        } catch (IOException | RuntimeException absent) {
            return Optional.empty();
        }
    }
}
