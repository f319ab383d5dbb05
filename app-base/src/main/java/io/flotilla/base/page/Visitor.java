package io.flotilla.base.page;

import java.util.Optional;

import io.flotilla.base.access.Person;

/** Who looks at the page that is being made. */
public interface Visitor {

    /** The person who is signed in; empty for a stranger. */
    Optional<Person> person();
}
