package io.flotilla.portal.request.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.flotilla.base.store.Store;
import io.flotilla.base.store.TrialStore;
import io.flotilla.portal.request.rule.AccessRequest;
import io.flotilla.portal.request.rule.AccessRequest.Asker;
import io.flotilla.portal.request.rule.AccessRequest.Verdict;
import io.flotilla.portal.request.rule.Terms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the requests' SQL promises, on either engine. */
abstract class RequestsContract {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.123Z");
    private static final Terms TERMS = new Terms(Duration.ofDays(14), Duration.ofDays(3));

    private final Requests requests = new Requests();
    private TrialStore trial;
    private Store store;

    abstract TrialStore fresh() throws Exception;

    @BeforeEach
    void open() throws Exception {
        trial = fresh();
        store = trial.store();
    }

    @AfterEach
    void close() {
        trial.close();
    }

    @Test
    void whatIsWrittenIsReadBackWhole() {
        var request = request("a", "李雷", "Sales");
        assertTrue(add(request));
        assertEquals(Optional.of(request), find("a"));

        var granted = request.approved(verdict(Optional.of(NOW.plusSeconds(60))), Set.of("sales", "lms"))
                .orElseThrow();
        assertTrue(replace(request, granted));
        assertEquals(Optional.of(granted), find("a"));
    }

    @Test
    void nobodyWaitsTwiceForTheSameThingButMayAskAgainLater() {
        var first = request("a", "sam", "Sales");
        assertTrue(add(first));
        assertFalse(add(request("b", "sam", "Sales")));
        assertTrue(add(request("c", "sam", "Stock")));
        assertTrue(add(request("d", "ana", "Sales")));

        assertTrue(replace(first, first.withdrawn("sam", NOW).orElseThrow()));
        assertTrue(add(request("e", "sam", "Sales")));
    }

    @Test
    void ofTwoWhoDecideTheSecondComesTooLate() {
        var read = request("a", "sam", "Sales");
        add(read);
        var approved = read.approved(verdict(Optional.empty()), Set.of("sales")).orElseThrow();
        var refused = read.refused(verdict(Optional.empty())).orElseThrow();

        assertTrue(replace(read, approved));
        assertFalse(replace(read, refused));
        assertEquals(Optional.of(approved), find("a"));
    }

    @Test
    void whatTimeConcernsIsFoundAndNothingElse() {
        var late = request("late", "a", "Sales");
        var early = AccessRequest.asked("early", "Sales", asker("b"), "", NOW.plus(Duration.ofDays(1)), TERMS);
        add(late);
        add(early);
        var endless = request("endless", "c", "Sales");
        add(endless);
        replace(endless, endless.approved(verdict(Optional.empty()), Set.of()).orElseThrow());
        var approved = find("endless").orElseThrow();

        assertEquals(List.of("endless"), restless(NOW));
        replace(approved, approved.granted().orElseThrow());
        assertEquals(List.of(), restless(NOW));
        assertEquals(List.of("late"), restless(NOW.plus(TERMS.lapsesAfter())));
    }

    @Test
    void whatAnotherRequestGivesIsKnownWhenOneEnds() {
        for (var id : List.of("one", "two")) {
            var request = request(id, "sam", id);
            add(request);
            var approved = request.approved(verdict(Optional.empty()), Set.of("both", id)).orElseThrow();
            replace(request, approved);
            replace(approved, approved.granted().orElseThrow());
        }
        assertEquals(Set.of("both", "two"),
                store.<Set<String>, RuntimeException>read(handle -> requests.joinedBy(handle, "sam", "one")));
    }

    private List<String> restless(Instant now) {
        return store.<List<AccessRequest>, RuntimeException>read(handle -> requests.restless(handle, now)).stream()
                .map(AccessRequest::id).toList();
    }

    private boolean add(AccessRequest request) {
        return store.<Boolean, RuntimeException>write(handle -> requests.add(handle, request));
    }

    private boolean replace(AccessRequest read, AccessRequest next) {
        return store.<Boolean, RuntimeException>write(handle -> requests.replace(handle, read, next));
    }

    private Optional<AccessRequest> find(String id) {
        return store.<Optional<AccessRequest>, RuntimeException>read(handle -> requests.find(handle, id));
    }

    private static AccessRequest request(String id, String person, String app) {
        return AccessRequest.asked(id, app, asker(person), "because\nI must", NOW, TERMS);
    }

    private static Asker asker(String person) {
        return new Asker(person, person, person + "@example.com");
    }

    private static Verdict verdict(Optional<Instant> until) {
        return new Verdict("olivia", "Olivia", "olivia@example.com", NOW, "fine", until);
    }
}
