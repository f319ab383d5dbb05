package io.flotilla.portal.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Set;

import io.flotilla.base.access.Person;
import io.flotilla.base.store.TrialStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The local directory, which besides remembers whoever signs in, on either engine. */
abstract class LocalDirectoryContract extends DirectoryContract {
    private TrialStore trial;
    private LocalDirectory directory;

    abstract TrialStore fresh() throws Exception;

    @BeforeEach
    void open() throws Exception {
        trial = fresh();
        directory = new LocalDirectory(trial.store());
    }

    @AfterEach
    void close() {
        trial.close();
    }

    @Override
    Directory directory() {
        return directory;
    }

    @Override
    String newPerson(String name, String email) {
        directory.met(new Person("id of " + email, name, email, Set.of()));
        return "id of " + email;
    }

    @Test
    void takesTheGroupsThatAStrangerBringsButNotThoseOfSomebodyItKnows() {
        directory.met(new Person("ana", "Ana", "Ana@example.com", Set.of("sales")));
        directory.remove("ana", "sales");
        directory.met(new Person("ana", "Ana Castro", "ana@example.com", Set.of("sales", "superuser")));

        assertEquals(Set.of(), directory.groupsOf("ana"));
        assertEquals(Optional.of(new Member("ana", "Ana Castro", "ana@example.com")), directory.person("ana"));
    }
}
