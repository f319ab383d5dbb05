package io.flotilla.deployer.local.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Random;

import org.junit.jupiter.api.Test;

class FreePortsTest {
    private static final int SEED = 7;

    @Test
    void givesEachPortOnce() {
        var ports = new FreePorts(new Random(SEED));
        var given = new HashSet<Integer>();
        for (var i = 0; i < 200; i++) {
            given.add(ports.next());
        }
        assertEquals(200, given.size());
    }

    @Test
    void passesOverPortsThatSomebodyListensOn() throws Exception {
        var port = new FreePorts(new Random(SEED)).next();
        try (var listening = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            assertNotEquals(listening.getLocalPort(), new FreePorts(new Random(SEED)).next());
        }
    }
}
