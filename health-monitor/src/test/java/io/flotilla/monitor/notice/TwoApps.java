package io.flotilla.monitor.notice;

import io.flotilla.base.store.Store;
import io.flotilla.monitor.Rig;
import org.junit.jupiter.api.BeforeEach;

/** Two apps under watch, one with two recipients, on a database of the test's own. */
abstract class TwoApps {
    Store store;
    Rig rig;

    abstract Store fresh();

    @BeforeEach
    void watchTwoApps() {
        store = fresh();
        rig = new Rig(store, 1);
        rig.watch("Sales", "lead@example.com", "dev@example.com");
        rig.watch("Stock", "lead@example.com");
    }

    int count(String table) {
        return store.<Integer, RuntimeException>read(
                handle -> handle.createQuery("SELECT count(*) FROM " + table).mapTo(Integer.class).one());
    }
}
