package io.flotilla.monitor.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.flotilla.base.store.Store;
import io.flotilla.monitor.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MembershipTest {
    private static final List<String> APPS = IntStream.range(0, 1000).mapToObj(i -> "App" + i).toList();

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-11-24T10:00:00Z");

    @Test
    void aMonitorByItselfDoesAllTheWork() {
        var one = member(TestDatabase.sqlite(folder), "one");
        one.beat();

        assertTrue(APPS.stream().allMatch(one::mine));
    }

    @Test
    void twoShareTheWorkAndNothingIsDoneTwiceOrNotAtAll() {
        var store = TestDatabase.sqlite(folder);
        var one = member(store, "one");
        var two = member(store, "two");
        beat(one, two);
        beat(one, two);

        assertTrue(APPS.stream().allMatch(app -> one.mine(app) != two.mine(app)));
        var share = APPS.stream().filter(one::mine).count();
        assertTrue(share > 400 && share < 600, "one has " + share);
    }

    @Test
    void whoFallsSilentLosesItsShareAndTheOthersKeepTheirs() {
        var store = TestDatabase.sqlite(folder);
        var one = member(store, "one");
        var two = member(store, "two");
        var three = member(store, "three");
        beat(one, two, three);
        beat(one, two, three);
        var twosBefore = APPS.stream().filter(two::mine).toList();

        for (var second = 0; second < 6; second++) {
            now = now.plusSeconds(1);
            beat(one, two);
        }

        assertTrue(APPS.stream().allMatch(app -> one.mine(app) != two.mine(app)));
        assertTrue(twosBefore.stream().allMatch(two::mine), "only the dead one's share changes hands");
    }

    @Test
    void whoLeavesLosesItsShareAtOnce() {
        var store = TestDatabase.sqlite(folder);
        var one = member(store, "one");
        var two = member(store, "two");
        beat(one, two);
        two.leave();
        one.beat();

        assertTrue(APPS.stream().allMatch(one::mine));
    }

    @Test
    void theDeadAreForgotten() {
        var store = TestDatabase.sqlite(folder);
        var one = member(store, "one");
        beat(one, member(store, "two"));
        for (var minute = 0; minute < 7; minute++) {
            now = now.plusSeconds(60);
            one.beat();
        }

        assertEquals(List.of("one"), store.<List<String>, RuntimeException>read(
                handle -> handle.createQuery("SELECT id FROM monitor").mapTo(String.class).list()));
    }

    private Membership member(Store store, String id) {
        return new Membership(store, () -> now, id);
    }

    private static void beat(Membership... members) {
        Stream.of(members).forEach(Membership::beat);
    }
}
