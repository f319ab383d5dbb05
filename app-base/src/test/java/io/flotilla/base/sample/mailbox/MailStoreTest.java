package io.flotilla.base.sample.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailStoreTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void aRestartLosesNoMail() throws IOException {
        MailStore.open(folder, 10, CLOCK).add("fleet@example.com", List.of("ana@example.com", "bo@example.com"),
                mail("Sales is down"));

        var mail = MailStore.open(folder, 10, CLOCK).mails().get(0);

        assertEquals("Sales is down", mail.subject());
        assertEquals("fleet@example.com", mail.from());
        assertEquals(List.of("ana@example.com", "bo@example.com"), mail.to());
        assertEquals(CLOCK.instant(), mail.received());
    }

    @Test
    void theNewestIsFirstAndTheOldestGo() throws IOException {
        var store = MailStore.open(folder, 3, CLOCK);
        for (var subject : List.of("1", "2", "3", "4", "5")) {
            store.add("a@example.com", List.of("b@example.com"), mail(subject));
        }

        assertEquals(List.of("5", "4", "3"), store.mails().stream().map(StoredMail::subject).toList());
        assertEquals(List.of("5", "4", "3"),
                MailStore.open(folder, 3, CLOCK).mails().stream().map(StoredMail::subject).toList());
    }

    @Test
    void whatArrivesTogetherIsAllKept() {
        var store = MailStore.open(folder, 100, CLOCK);
        IntStream.range(0, 50).parallel().forEach(number -> {
            try {
                store.add("a@example.com", List.of("b@example.com"), mail("mail " + number));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        assertEquals(50, MailStore.open(folder, 100, CLOCK).mails().size());
    }

    @Test
    void aHalfWrittenFileOfAKilledProgramIsNotAMail() throws IOException {
        Files.write(folder.resolve("1795494819069-0000.draft"), mail("half"));
        Files.writeString(folder.resolve("notes.eml"), "not ours");
        assertEquals(List.of(), MailStore.open(folder, 10, CLOCK).mails());
    }

    @Test
    void anEnvelopeCannotSmuggleAHeaderIn() throws IOException {
        var store = MailStore.open(folder, 10, CLOCK);
        var mail = store.add("a@example.com>\r\nSubject: forged\r\nX: <", List.of("b@example.com\r\nSubject: forged"),
                mail("real"));
        assertEquals("real", mail.subject());
    }

    @Test
    void theMailItselfIsKeptByteForByte() throws IOException {
        var store = MailStore.open(folder, 10, CLOCK);
        var bytes = "Subject: x\r\n\r\nnot \u00e4 UTF-8: ".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        var raw = store.raw(store.add("a@example.com", List.of("b@example.com"), bytes));
        assertArrayEquals(bytes, java.util.Arrays.copyOfRange(raw, raw.length - bytes.length, raw.length));
        assertTrue(
                new String(raw, UTF_8).startsWith("Return-Path: <a@example.com>\r\nDelivered-To: b@example.com\r\n"));
    }

    private static byte[] mail(String subject) {
        return "Subject: %s\r\n\r\nHello.\r\n".formatted(subject).getBytes(UTF_8);
    }
}
