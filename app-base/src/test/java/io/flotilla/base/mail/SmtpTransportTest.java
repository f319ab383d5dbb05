package io.flotilla.base.mail;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import jakarta.mail.internet.MimeMultipart;

import io.flotilla.base.mail.Transport.Delivery;
import io.flotilla.base.mail.Transport.Delivery.Accepted;
import io.flotilla.base.mail.Transport.Delivery.Deferred;
import io.flotilla.base.mail.Transport.Delivery.Refused;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpTransportTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final Mail MAIL = new Mail("\"fleet prod\" <fleet@example.com>", "lead@example.com",
            "abc@example.com", List.of("first@example.com", "second@example.com"), "Sales is down: übel",
            "text part", "<p>html part</p>");

    @AfterAll
    static void close() throws Exception {
        VERTX.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void deliversBothPartsAndKeepsTheConversationTogether() throws Exception {
        try (var server = MailServer.start()) {
            assertInstanceOf(Accepted.class, deliver(server.port(), Duration.ofSeconds(20)));

            var received = server.received().get(0);
            assertEquals("Sales is down: übel", received.getSubject());
            assertEquals("<abc@example.com>", received.getMessageID());
            assertArrayEquals(new String[]{"<second@example.com>"}, received.getHeader("In-Reply-To"));
            assertArrayEquals(new String[]{"<first@example.com> <second@example.com>"},
                    received.getHeader("References"));
            assertEquals("fleet prod <fleet@example.com>", received.getFrom()[0].toString().replace("\"", ""));
            var parts = (MimeMultipart) received.getContent();
            assertTrue(parts.getContentType().startsWith("multipart/alternative"));
            assertEquals("text part", parts.getBodyPart(0).getContent().toString().strip());
            assertEquals("<p>html part</p>", parts.getBodyPart(1).getContent().toString().strip());
        }
    }

    @Test
    void triesLaterWhenNobodyListens() throws Exception {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }

        assertInstanceOf(Deferred.class, deliver(port, Duration.ofSeconds(20)));
    }

    @ParameterizedTest
    @CsvSource({"RCPT, 550 no such user here", "RCPT, 551 moved away", "BODY, 554 looks like spam"})
    void takesAPermanentRefusalOfTheMailAsFinal(String command, String answer) throws Exception {
        try (var server = new SmtpScript(Map.of(command, answer))) {
            var refused = assertInstanceOf(Refused.class, deliver(server.port(), Duration.ofSeconds(20)));

            assertTrue(refused.why().contains(answer), refused.why());
        }
    }

    @ParameterizedTest
    @CsvSource({"GREETING, 554 closed today", "GREETING, 421 too busy", "MAIL, 553 who are you", "MAIL, 451 try later",
            "RCPT, 450 mailbox busy", "RCPT, 452 out of space", "DATA, 451 try later", "BODY, 452 out of space"})
    void triesLaterWhenTheServerHasABadDay(String command, String answer) throws Exception {
        try (var server = new SmtpScript(Map.of(command, answer))) {
            assertInstanceOf(Deferred.class, deliver(server.port(), Duration.ofSeconds(20)));
        }
    }

    @ParameterizedTest
    @CsvSource({"GREETING, silence", "EHLO, silence", "MAIL, silence", "RCPT, silence", "DATA, silence",
            "BODY, silence",
            "GREETING, hang up", "MAIL, hang up", "DATA, hang up", "BODY, hang up"})
    void doesNotWaitForAServerThatStallsOrDrops(String command, String behaviour) throws Exception {
        try (var server = new SmtpScript(Map.of(command, behaviour))) {
            assertInstanceOf(Deferred.class, deliver(server.port(), Duration.ofMillis(500)));
        }
    }

    private static Delivery deliver(int port, Duration timeout) throws Exception {
        var address = new SmtpAddress("127.0.0.1", port, false, Optional.empty());
        return new SmtpTransport(VERTX, address, timeout).deliver(MAIL).toCompletableFuture().get(40,
                TimeUnit.SECONDS);
    }
}
