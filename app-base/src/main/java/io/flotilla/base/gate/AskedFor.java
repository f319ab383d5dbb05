package io.flotilla.base.gate;

import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;

/** A request as the app is asked it: with the app's prefix, which the edge has taken off for the gate's own routes. */
final class AskedFor extends HttpServerRequestWrapper {
    private final String uri;

    AskedFor(HttpServerRequestInternal request, String uri) {
        super(request);
        this.uri = uri;
    }

    @Override
    public String uri() {
        return uri;
    }
}
