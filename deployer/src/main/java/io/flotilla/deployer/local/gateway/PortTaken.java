package io.flotilla.deployer.local.gateway;

import io.flotilla.deployer.terminal.Failure;

/** The gateway's port is another process's. */
public final class PortTaken extends Failure {
    private PortTaken(String message, Throwable cause) {
        super(message, cause);
    }

    static PortTaken on(int port, Throwable cause) {
        var holder = PortHolder.of(port).map(process -> "is taken by " + process)
                .orElse("cannot be listened on (%s)".formatted(cause.getMessage()));
        return new PortTaken("port %d %s; end it, or choose another with --port".formatted(port, holder), cause);
    }
}
