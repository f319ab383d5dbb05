package io.flotilla.portal.home.personal;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.flotilla.base.access.Person;
import org.jdbi.v3.core.Handle;

/** When a person has opened which app last. */
@ApplicationScoped
public class Recents {
    /** How many the home page shows. */
    public static final int SHOWN = 5;
    /** More than are shown, because some may not be open to the person any more. */
    private static final int LOOKED_AT = 30;

    /** The apps a person has opened, the latest first. */
    public List<String> of(Handle handle, Person person) {
        return handle
                .createQuery("SELECT app FROM recent WHERE person = :person ORDER BY opened DESC, app LIMIT :limit")
                .bind("person", person.id()).bind("limit", LOOKED_AT).mapTo(String.class).list();
    }

    public void opened(Handle handle, Person person, String app, Instant at) {
        handle.createUpdate("""
                INSERT INTO recent (person, app, opened) VALUES (:person, :app, :at)
                ON CONFLICT (person, app) DO UPDATE SET opened = :at""")
                .bind("person", person.id()).bind("app", app).bind("at", at.toEpochMilli()).execute();
    }
}
