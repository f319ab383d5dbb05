package io.flotilla.base.sample.mailbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import io.flotilla.base.browser.Chromium;
import io.flotilla.base.browser.Visit;
import io.flotilla.base.page.HeaderSignIn;
import io.flotilla.base.page.TrialPages;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(TrialMailbox.class)
class MailboxPagesTest {
    private static final String HOSTILE = """
            From: Fleet <fleet@example.com>
            Subject: %s
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary=b

            --b
            Content-Type: text/plain

            In plain words.
            --b
            Content-Type: text/html; charset=utf-8

            <!doctype html><html><head><title>x</title></head><body>
            <h1 style="color: #0a0">Sales is down</h1>
            <script>parent.document.title = 'taken'; alert(1)</script>
            <img src="http://127.0.0.1:%d/spy.png" onerror="alert(2)">
            <form action="https://elsewhere.example.com"><input name="password"></form>
            <a href="http://localhost:8080/health/">Status</a></body></html>
            --b--
            """;
    private static final AtomicInteger SPIED = new AtomicInteger();
    private static HttpServer spy;
    private static Chromium chromium;

    @Inject
    Mailbox mailbox;

    @BeforeAll
    static void launch() throws IOException {
        spy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        spy.createContext("/", exchange -> {
            SPIED.incrementAndGet();
            exchange.close();
        });
        spy.start();
        chromium = Chromium.launch();
    }

    @AfterAll
    static void quit() {
        chromium.close();
        spy.stop(0);
    }

    @Test
    void aMailAppearsWhileSomebodyLooks() throws IOException {
        try (var visit = visit()) {
            visit.page().navigate(url("/"));
            send("Appears by itself");
            assertThat(visit.page().getByText("Appears by itself")).isVisible();
            assertThat(visit.page().locator("tr", new Page.LocatorOptions().setHasText("Appears by itself")))
                    .containsText("ana@example.com, bo@example.com");
            visit.assertAccessible();
            visit.assertFits();
            visit.screenshot("mailbox");
        }
    }

    @Test
    void aHostileMailIsShownAndDoesNothing() throws IOException {
        send("<script>alert(3)</script> & co");
        try (var visit = visit()) {
            visit.tolerate("Blocked script execution");
            visit.tolerate("violates the following Content Security Policy directive: \"img-src data:\"");
            visit.page().onDialog(dialog -> {
                throw new AssertionError("the mail ran a script: " + dialog.message());
            });
            visit.page().navigate(url("/"));
            visit.page().getByText("<script>alert(3)</script> & co").first().click();

            assertThat(visit.page().frameLocator("iframe").locator("h1")).hasText("Sales is down");
            assertThat(visit.page().frameLocator("iframe").locator("h1")).hasCSS("color", "rgb(0, 170, 0)");
            assertThat(visit.page()).hasTitle("<script>alert(3)</script> & co · Mailbox");
            visit.page().getByText("Plain text").click();
            assertThat(visit.page().getByText("In plain words.")).isVisible();
            visit.page().getByText("Headers").click();
            assertThat(visit.page().getByText("Delivered-To").first()).isVisible();
            visit.assertAccessible();
            visit.screenshot("mail");
            assertEquals(0, SPIED.get(), "the mail told somebody that it was read");
        }
    }

    @Test
    void theMailsOwnPageStaysInItsCageWhenOpenedAlone() throws IOException {
        send("cage");
        var id = mailbox.store().mails().get(0).id();
        asPerson().get("/trial/mails/" + id + "/html").then()
                .statusCode(200)
                .header("Content-Security-Policy", allOf(startsWith("default-src 'none'"), containsString("sandbox"),
                        not(containsString("allow-scripts")), not(containsString("allow-same-origin"))));
        asPerson().get("/trial/mails/" + id + "/raw").then()
                .statusCode(200)
                .header("Content-Disposition", "attachment; filename=\"%s.eml\"".formatted(id))
                .body(containsString("Subject: cage"));
    }

    @Test
    void aMailThatIsNotThereIsA404WhateverItsNumber() {
        for (var id : List.of("1", "..%2f..%2fpom.xml", "0000000000000-0000", "%00")) {
            asPerson().urlEncodingEnabled(false).get("/trial/mails/" + id).then().statusCode(404);
        }
    }

    @Test
    void thePollIsSentNothingAsLongAsNothingIsNew() throws IOException {
        send("newest");
        var id = mailbox.store().mails().get(0).id();
        asPerson().get("/trial/news?newest=" + id).then().statusCode(204);
        asPerson().get("/trial/news?newest=").then().statusCode(200).body(containsString("newest"));
    }

    @Test
    void aMailThatIsTooLargeIsRefused() throws IOException {
        try (var dialogue = new SmtpDialogue(mailbox.port())) {
            assertTrue(dialogue.say("MAIL FROM:<a@example.com> SIZE=99999999").startsWith("552"));
        }
    }

    private void send(String subject) throws IOException {
        var answer = SmtpDialogue.send(mailbox.port(), "fleet@example.com",
                List.of("ana@example.com", "bo@example.com"),
                HOSTILE.formatted(subject, spy.getAddress().getPort()));
        assertEquals("250 kept as " + mailbox.store().mails().get(0).id(), answer);
    }

    private static RequestSpecification asPerson() {
        return given().header(HeaderSignIn.HEADER, TrialPages.PERSON);
    }

    private static Visit visit() {
        return Visit.begin(chromium, Visit.Screen.LAPTOP, ColorScheme.LIGHT,
                Map.of(HeaderSignIn.HEADER, TrialPages.PERSON));
    }

    private static String url(String path) {
        return "http://localhost:%d/trial%s".formatted(RestAssured.port, path);
    }
}
