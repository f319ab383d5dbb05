package io.flotilla.base.page;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

import io.quarkus.qute.Engine;
import io.quarkus.qute.RawString;

/** The pictures of the tag {@code icon}, each drawn once: a page with a thousand of them looks none up among all. */
@Named("icons")
@ApplicationScoped
public class Icons {
    private static final String ALL = "base/icon";

    private final Engine engine;
    private final Map<String, RawString> drawn = new ConcurrentHashMap<>();

    Icons(Engine engine) {
        this.engine = engine;
    }

    /** The picture as HTML. */
    public String get(String name) {
        return raw(name).getValue();
    }

    /** The same for a template, which writes it as it is. */
    public RawString raw(String name) {
        return drawn.computeIfAbsent(name,
                one -> new RawString(engine.getTemplate(ALL).data("it", one).render().strip()));
    }
}
