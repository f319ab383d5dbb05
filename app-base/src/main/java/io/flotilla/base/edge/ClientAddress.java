package io.flotilla.base.edge;

import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;

/**
 * Where a request comes from. A load balancer appends the address it saw as the last of {@code X-Forwarded-For}; whatever
 * stands before it, the client wrote itself. Only a peer on a private network can be our load balancer.
 */
public final class ClientAddress {
    private ClientAddress() {}

    /** The client's address as text; the peer's own if it is no load balancer of ours, or says nothing. */
    public static String of(RoutingContext context) {
        var peer = context.request().connection().remoteAddress();
        var said = context.request().headers().getAll("X-Forwarded-For");
        if (said.isEmpty() || !isPrivate(peer)) {
            return peer.hostAddress();
        }
        var last = said.get(said.size() - 1);
        return last.substring(last.lastIndexOf(',') + 1).strip();
    }

    private static boolean isPrivate(SocketAddress peer) {
        return peer instanceof io.vertx.core.net.impl.SocketAddressImpl address && address.ipAddress() != null
                && (address.ipAddress().isLoopbackAddress() || address.ipAddress().isSiteLocalAddress());
    }
}
