package io.flotilla.portal.home.personal;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.flotilla.base.access.Person;
import org.jdbi.v3.core.Handle;

/** The apps that a person has starred. */
@ApplicationScoped
public class Favourites {

    public Set<String> of(Handle handle, Person person) {
        return handle.createQuery("SELECT app FROM favourite WHERE person = :person").bind("person", person.id())
                .mapTo(String.class).set();
    }

    /** Stars an app, once however often. */
    public void add(Handle handle, Person person, String app) {
        handle.createUpdate("INSERT INTO favourite (person, app) VALUES (:person, :app) ON CONFLICT DO NOTHING")
                .bind("person", person.id()).bind("app", app).execute();
    }

    public void remove(Handle handle, Person person, String app) {
        handle.createUpdate("DELETE FROM favourite WHERE person = :person AND app = :app")
                .bind("person", person.id()).bind("app", app).execute();
    }
}
