package io.flotilla.base.page.error;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import io.flotilla.base.access.AccessAnswer;
import io.flotilla.base.access.AccessRules;
import io.flotilla.base.page.HeaderSignIn;
import io.flotilla.base.page.TrialAccess;
import io.flotilla.base.page.TrialPages;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(TrialPages.class)
class DeniedPageTest {
    private static final Map<String, List<String>> OWNERS = Map.of("sales",
            List.of("Olivia Lindqvist <olivia@example.com>", "Ray <b>&</b> Co"));

    @Inject
    TrialAccess access;

    @AfterEach
    void forget() {
        access.settingsKnow();
    }

    @Test
    void namesTheMissingGroupsTheirOwnersAndWhereToAsk() {
        known(Set.of("sales", "lms"), Set.of("lms"), "/portal/apps/Sales/request");

        page().statusCode(403).body(allOf(containsString("This is not open to you"),
                containsString("<span class=\"badge\">sales</span>"), not(containsString(">lms</span> looked after")),
                containsString("<a href=\"mailto:olivia@example.com\">Olivia Lindqvist</a>, Ray &lt;b&gt;&amp;"),
                containsString("href=\"/portal/apps/Sales/request\""), containsString("Ask for access"),
                containsString("opens within a minute")));
        visitor().header("HX-Request", "true").get("/trial/").then().statusCode(403)
                .body(allOf(containsString("href=\"/portal/apps/Sales/request\""), not(containsString("<html"))));
    }

    @Test
    void tellsAProgramTheSame() {
        known(Set.of("sales", "lms"), Set.of(), "/portal/apps/Sales/request");

        given().header(HeaderSignIn.HEADER, "Ana Castro").get("/trial/").then().statusCode(403)
                .contentType("application/problem+json")
                .body("missing", contains("lms", "sales")).body("ask", equalTo("/portal/apps/Sales/request"));
    }

    @Test
    void anAppThatNobodyOpenedOffersToAskToo() {
        known(Set.of(), Set.of("sales"), "/portal/apps/Sales/request");

        page().statusCode(403).body(allOf(containsString("This is not open to anyone yet"),
                containsString("href=\"/portal/apps/Sales/request\"")));
    }

    @Test
    void theGroupsOfNowOpenTheDoorAndStandOnThePage() {
        known(Set.of("lms"), Set.of("lms", "joined-a-minute-ago"), "/portal/");

        visitor().get("/trial/nowhere").then().statusCode(404)
                .body(allOf(containsString("joined-a-minute-ago"), not(containsString(">chervon<"))));
    }

    @Test
    void whereNothingIsKnownNobodyGetsInAndThePageSaysWhy() {
        access.knows(person -> CompletableFuture.completedFuture(Optional.empty()));
        page().statusCode(503)
                .body(allOf(containsString("Who may open this cannot be learnt now"), containsString("Ana Castro")));

        access.knows(person -> CompletableFuture.failedFuture(new IllegalStateException("swordfish")));
        page().statusCode(503).body(not(containsString("swordfish")));

        access.knows(person -> {
            throw new IllegalStateException("swordfish");
        });
        page().statusCode(503).body(not(containsString("swordfish")));
    }

    @Test
    void anAnswerFromAnotherThreadGoesOnWhereTheRequestIsAtHome() {
        var answer = new AccessAnswer(new AccessRules(Set.of("lms"), Set.of()), Optional.of(Set.of("lms")), Map.of(),
                Optional.empty());
        access.knows(person -> CompletableFuture.supplyAsync(() -> Optional.of(answer),
                CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS,
                        ForkJoinPool.commonPool())));

        given().header(HeaderSignIn.HEADER, TrialPages.PERSON).get("/trial/failing/thread").then().statusCode(200)
                .body(containsString("eventloop"));
    }

    private void known(Set<String> requirements, Set<String> groups, String ask) {
        var answer = new AccessAnswer(new AccessRules(requirements, Set.of("superuser")), Optional.of(groups), OWNERS,
                Optional.of(ask));
        access.knows(person -> CompletableFuture.completedFuture(Optional.of(answer)));
    }

    private static io.restassured.response.ValidatableResponse page() {
        return visitor().get("/trial/").then();
    }

    private static RequestSpecification visitor() {
        return given().accept("text/html").header(HeaderSignIn.HEADER, TrialPages.PERSON);
    }
}
