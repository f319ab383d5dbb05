package io.flotilla.base.access.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import io.flotilla.base.access.AccessAnswer;
import io.flotilla.base.access.AccessRules;
import io.flotilla.base.access.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortalAccessTest {
    /** A machine that builds may be busy. */
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    Path folder;
    private TrialPortal portal;

    @BeforeEach
    void open() throws IOException {
        portal = new TrialPortal();
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void learnsTheRulesTheGroupsOfNowTheirOwnersAndWhereToAsk() {
        portal.says("ana", "[\"sales\",\"lms\"]", "[\"lms\"]");
        try (var access = sales()) {
            assertEquals(Optional.of(new AccessAnswer(new AccessRules(Set.of("sales", "lms"), Set.of("superuser")),
                    Optional.of(Set.of("lms")), Map.of("sales", List.of("Olivia <olivia@example.com>")),
                    Optional.of("/portal/apps/Sales/request"))), ask(access, "ana"));
        }
    }

    @Test
    void whereThePortalKnowsNoGroupsTheTokenCounts() {
        portal.says("ana", "[\"sales\"]", "null");
        try (var access = sales()) {
            assertEquals(Optional.empty(), ask(access, "ana").orElseThrow().groups());
        }
    }

    @Test
    void aHundredRequestsOfAPersonAreOneQuestion() {
        portal.says("ana", "[\"sales\"]", "[]");
        try (var access = sales()) {
            var answers = IntStream.range(0, 100).mapToObj(i -> access.about(person("ana")).toCompletableFuture())
                    .toList();
            answers.forEach(answer -> assertTrue(answer.join().isPresent()));
            assertEquals(List.of("200 /portal/api/access/apps/Sales?person=ana"), portal.asked());
        }
    }

    @Test
    void aNewProcessConfirmsWhatTheFormerKnewByItsETag() {
        portal.says("ana", "[\"sales\"]", "[\"sales\"]");
        try (var former = sales()) {
            ask(former, "ana");
        }
        try (var access = sales()) {
            assertEquals(Optional.of(Set.of("sales")), ask(access, "ana").orElseThrow().groups());
        }
        assertEquals(List.of("200 /portal/api/access/apps/Sales?person=ana",
                "304 /portal/api/access/apps/Sales?person=ana"), portal.asked());
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 401, 403, 404, 429, 500, 503})
    void anythingButAnAnswerLeavesTheLastOneInForceAndOpensNothingElse(int status) {
        portal.says("ana", "[\"sales\"]", "[\"sales\"]");
        portal.says("elsewhere", "[\"everyone\"]", "[\"superuser\"]");
        try (var former = sales()) {
            ask(former, "ana");
        }
        portal.answersOnly(status);
        try (var access = sales()) {
            assertEquals(Optional.of(Set.of("sales")), ask(access, "ana").orElseThrow().groups());
            assertEquals(Optional.empty(), ask(access, "bo"));
        }
    }

    @Test
    void aWrongTokenOpensNothing() {
        portal.says("ana", "[\"everyone\"]", "[]");
        try (var access = new PortalAccess(portal.asSeenBy("Sales", "guessed"), folder, LONG)) {
            assertEquals(Optional.empty(), ask(access, "ana"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "{\"requirements\":\"everyone\",\"overrides\":[],\"groups\":[]}",
            "{\"requirements\":[],\"groups\":[]}", "{\"requirements\":[null],\"overrides\":[],\"groups\":[]}",
            "{\"requirements\":[],\"overrides\":[],\"groups\":\"superuser\"}", "{\"requirements\":[],\"overrides\":[]}",
            "{\"requirements\":[],\"overrides\":[],\"groups\":[],\"groupOwners\":{\"a\":1}}", "<html>Sign in</html>"})
    void whatIsNotAnAnswerOpensNothing(String body) {
        portal.answers("apps/Sales?person=ana", body);
        try (var access = sales()) {
            assertEquals(Optional.empty(), ask(access, "ana"));
        }
    }

    @Test
    void aPortalThatIsGoneOpensNothing() throws IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        try (var access = new PortalAccess(new Portal("http://127.0.0.1:" + port, "/portal/", "Sales", "t"), folder,
                LONG)) {
            assertEquals(Optional.empty(), ask(access, "ana"));
        }
    }

    @Test
    void aPortalThatAcceptsAndSaysNothingIsWaitedForOnlySoLong() throws IOException {
        try (var mute = new ServerSocket(0);
                var access = new PortalAccess(
                        new Portal("http://127.0.0.1:" + mute.getLocalPort(), "/portal/", "Sales", "t"), folder,
                        Duration.ofSeconds(1))) {
            assertEquals(Optional.empty(), ask(access, "ana"));
        }
    }

    @Test
    void namesAreWrittenSoThatNothingElseIsAskedFor() {
        portal.answers("apps/Sales?person=a%26b%3D%2F..%2F%3F%23%20%C3%A4", """
                {"requirements":[],"overrides":[],"groups":["sales"]}""");
        try (var access = sales()) {
            assertEquals(Optional.of(Set.of("sales")), ask(access, "a&b=/../?# ä").orElseThrow().groups());
        }
    }

    @Test
    void theMonitorLearnsEveryAppsRules() {
        portal.answers("apps", """
                {"apps":{"Sales":["sales"],"Open":["everyone"],"Closed":[]},"overrides":["superuser"]}""");
        var monitor = portal.asSeenBy("HealthMonitor", TrialPortal.TOKEN);
        var expected = Map.of("Sales", rules("sales"), "Open", rules("everyone"), "Closed", rules());
        try (var fleet = new PortalFleet(monitor, folder, LONG)) {
            assertEquals(Optional.of(expected), fleet.rules().toCompletableFuture().join());
        }
        portal.answersOnly(503);
        try (var fleet = new PortalFleet(monitor, folder, LONG)) {
            assertEquals(Optional.of(expected), fleet.rules().toCompletableFuture().join());
        }
    }

    private static AccessRules rules(String... requirements) {
        return new AccessRules(Set.of(requirements), Set.of("superuser"));
    }

    private PortalAccess sales() {
        return new PortalAccess(portal.asSeenBy("Sales", TrialPortal.TOKEN), folder, LONG);
    }

    private static Optional<AccessAnswer> ask(PortalAccess access, String person) {
        return access.about(person(person)).toCompletableFuture().join();
    }

    private static Person person(String id) {
        return new Person(id, id, "", Set.of("in-the-token"));
    }
}
