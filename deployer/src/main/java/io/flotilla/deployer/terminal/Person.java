package io.flotilla.deployer.terminal;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Who sits at this terminal, as others read it. */
public final class Person {
    private Person() {}

    /** {@code name@host}, or the name alone where the machine has none. */
    public static String here() {
        try {
            return System.getProperty("user.name") + "@" + InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException namelessMachine) {
            return System.getProperty("user.name");
        }
    }
}
