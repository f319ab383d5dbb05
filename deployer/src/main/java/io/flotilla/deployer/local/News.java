package io.flotilla.deployer.local;

/** What people are told while a fleet runs on this machine. */
@FunctionalInterface
public interface News {
    void tell(String line);
}
