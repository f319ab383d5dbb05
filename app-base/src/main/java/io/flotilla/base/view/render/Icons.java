package io.flotilla.base.view.render;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Variant;

/** The pictures of the tag {@code icon}, drawn once. */
@ApplicationScoped
class Icons {
    private final Engine engine;
    private final Map<String, String> drawn = new ConcurrentHashMap<>();

    Icons(Engine engine) {
        this.engine = engine;
    }

    String get(String name) {
        return drawn.computeIfAbsent(name, one -> engine
                .parse("{#icon name /}", Variant.forContentType(Variant.TEXT_HTML)).data("name", one).render());
    }
}
