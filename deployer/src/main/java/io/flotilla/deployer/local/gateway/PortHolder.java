package io.flotilla.deployer.local.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the process that listens on a TCP port, from what Linux tells in {@code /proc}; elsewhere nothing is known. */
final class PortHolder {
    private static final Path PROC = Path.of("/proc");
    /** {@code TCP_LISTEN} of Linux's {@code include/net/tcp_states.h}. */
    private static final String LISTENING = "0A";

    private PortHolder() {}

    /** As a person would know it: {@code java (process 4711 of ann): java -jar other.jar}; empty if it cannot be known. */
    static Optional<String> of(int port) {
        var sockets = Stream.of("net/tcp", "net/tcp6").flatMap(table -> listening(table, port).stream())
                .collect(Collectors.toSet());
        return sockets.isEmpty()
                ? Optional.empty()
                : ProcessHandle.allProcesses().filter(process -> holds(process.pid(), sockets)).findFirst()
                        .map(PortHolder::describe);
    }

    /** The sockets, as {@code /proc/<pid>/fd} writes them, that the table lists as listening on the port. */
    private static Set<String> listening(String table, int port) {
        try (var lines = Files.lines(PROC.resolve(table))) {
            return lines.map(line -> line.strip().split("\\s+"))
                    .filter(fields -> fields.length > 9 && fields[3].equals(LISTENING))
                    .filter(fields -> fields[1].endsWith(":%04X".formatted(port)))
                    .map(fields -> "socket:[%s]".formatted(fields[9])).collect(Collectors.toSet());
        } catch (IOException e) {
            return Set.of();
        }
    }

    private static boolean holds(long pid, Set<String> sockets) {
        try (var descriptors = Files.list(PROC.resolve(Long.toString(pid)).resolve("fd"))) {
            return descriptors.anyMatch(descriptor -> sockets.contains(target(descriptor)));
        } catch (IOException e) {
            return false; // ended meanwhile, or somebody else's
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static String describe(ProcessHandle process) {
        var info = process.info();
        return "process %d%s%s".formatted(process.pid(), info.user().map(user -> " of " + user).orElse(""),
                info.commandLine().map(line -> " (%.80s)".formatted(line)).orElse(""));
    }
}
