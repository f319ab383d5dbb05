package io.flotilla.base.sample.breakable;

import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.properties.IfBuildProperty;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The mood of this process. A revision that is broken from the start is made by {@code FLOTILLA_BREAKABLE=failing} among an
 * app's variables; a process that is started anew is in the mood of its revision.
 */
@ApplicationScoped
@IfBuildProperty(name = "quarkus.application.name", stringValue = "app-base")
public class Breakable {
    private final AtomicReference<Mood> mood;

    Breakable(@ConfigProperty(name = "flotilla.breakable", defaultValue = "well") Mood mood) {
        this.mood = new AtomicReference<>(mood);
    }

    public Mood mood() {
        return mood.get();
    }

    public void become(Mood next) {
        mood.set(next);
    }
}
