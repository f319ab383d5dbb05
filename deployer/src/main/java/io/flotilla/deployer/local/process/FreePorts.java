package io.flotilla.deployer.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

import io.flotilla.deployer.terminal.Failure;

/**
 * Hands out loopback ports that nobody listens on, each once. They lie below the ranges that systems take outgoing
 * connections' ports from (32768 and up on Linux, 49152 and up elsewhere), so that none is lost before its program listens.
 */
public final class FreePorts {
    private static final int FIRST = 20_000;
    private static final int COUNT = 10_000;

    private final RandomGenerator random;
    private final Set<Integer> given = new HashSet<>();

    public FreePorts(RandomGenerator random) {
        this.random = random;
    }

    public synchronized int next() {
        var start = random.nextInt(COUNT);
        for (var i = 0; i < COUNT; i++) {
            var port = FIRST + (start + i) % COUNT;
            if (!given.contains(port) && isFree(port)) {
                given.add(port);
                return port;
            }
        }
        throw new Failure("no port between %d and %d is free".formatted(FIRST, FIRST + COUNT - 1));
    }

    /** On IPv6's loopback too, where there is one: the gateway listens on both. */
    private static boolean isFree(int port) {
        return canListen("127.0.0.1", port) && (canListen("::1", port) || !canListen("::1", 0));
    }

    private static boolean canListen(String address, int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getByName(address))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
