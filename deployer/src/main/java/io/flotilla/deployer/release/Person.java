package io.flotilla.deployer.release;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;

import io.flotilla.deployer.rollout.Rollouts.Who;

/** Who works here: the account and the machine, each run with a token of its own. */
public final class Person {
    private Person() {}

    /** Whoever started this program. */
    public static Who here() {
        return named(System.getProperty("user.name") + "@" + host());
    }

    /** @param name who asked for it, such as the e-mail address of who is signed in */
    public static Who named(String name) {
        return new Who(name, "%s (process %d)".formatted(host(), ProcessHandle.current().pid()),
                UUID.randomUUID().toString());
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException namelessMachine) {
            return "this-machine";
        }
    }
}
