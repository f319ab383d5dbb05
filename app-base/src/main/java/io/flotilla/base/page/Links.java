package io.flotilla.base.page;

import java.net.URI;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** The one place that knows the app's prefix: every link, form action and redirect goes through here. */
@Named("links")
@ApplicationScoped
public class Links {
    private final PageConfig config;

    Links(PageConfig config) {
        this.config = config;
    }

    /**
     * A path inside the app, as the browser must ask for it.
     *
     * @param path starts with a slash; may carry a query
     * @return {@code /sales/orders?day=2026-01-01} for {@code /orders?day=2026-01-01} in the app at {@code /sales/}
     */
    public String to(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("a path inside the app starts with a slash: " + path);
        }
        return config.urlPath() + path.substring(1);
    }

    /** {@link #to} as the target of a redirect. */
    public URI redirect(String path) {
        return URI.create(to(path));
    }

    /** The portal's home page. */
    public String portal() {
        return config.portalOrigin().orElse("") + config.portalPath();
    }
}
