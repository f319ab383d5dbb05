package io.flotilla.base.page.asset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Serves {@link Assets}. A URL of another version is answered too, because two releases run side by side during a
 * rollout, but is not to be kept.
 */
@ApplicationScoped
class AssetRoute {
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final Assets assets;
    private final String path;

    AssetRoute(Assets assets, @ConfigProperty(name = Assets.PATH, defaultValue = Assets.DEFAULT_PATH) String path) {
        this.assets = assets;
        this.path = path;
    }

    void register(@Observes Router router) {
        router.route(path + ":version/:name").method(HttpMethod.GET).method(HttpMethod.HEAD).handler(this::serve);
    }

    private void serve(RoutingContext context) {
        assets.find(context.pathParam("name"))
                .ifPresentOrElse(asset -> send(asset, context), () -> context.fail(404));
    }

    private void send(Asset asset, RoutingContext context) {
        var etag = "\"" + asset.version() + "\"";
        var headers = context.response().headers()
                .set(HttpHeaders.CACHE_CONTROL,
                        asset.version().equals(context.pathParam("version")) ? FOR_EVER : "no-cache")
                .set(HttpHeaders.ETAG, etag)
                .set(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (etag.equals(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            context.response().setStatusCode(304).end();
            return;
        }
        headers.set(HttpHeaders.CONTENT_TYPE, asset.type());
        context.response().end(Buffer.buffer(encoded(asset, context)));
    }

    private byte[] encoded(Asset asset, RoutingContext context) {
        var accepted = context.request().getHeader(HttpHeaders.ACCEPT_ENCODING);
        if (accepted == null || !accepted.contains("gzip") || asset.gzip().length >= asset.plain().length) {
            return asset.plain();
        }
        context.response().headers().set(HttpHeaders.CONTENT_ENCODING, "gzip");
        return asset.gzip();
    }
}
