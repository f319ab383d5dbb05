package io.flotilla.monitor.notice.mail;

import static io.flotilla.monitor.notice.mail.SampleNotices.back;
import static io.flotilla.monitor.notice.mail.SampleNotices.down;
import static io.flotilla.monitor.notice.mail.SampleNotices.gone;
import static io.flotilla.monitor.notice.mail.SampleNotices.still;
import static io.flotilla.monitor.notice.mail.SampleNotices.wasDown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.flotilla.monitor.notice.Notice;
import io.flotilla.monitor.notice.Notice.Line;
import io.flotilla.monitor.notice.mail.Letter.Fact;
import io.flotilla.monitor.notice.mail.Letter.Tone;
import org.junit.jupiter.api.Test;

class LetterWriterTest {
    private static final LetterWriter WRITER = new LetterWriter("davinci-labs prod",
            "https://labs.example.com/health/");

    @Test
    void aSubjectSaysItAllOnALockScreen() {
        assertEquals("Sales is down: 503 Service Unavailable", subject(down("Sales")));
        assertEquals("Sales is back after 12 min 5 s", subject(back("Sales", Duration.ofSeconds(725))));
        assertEquals("Sales is still down after 4 h: 503 Service Unavailable",
                subject(still("Sales", Duration.ofHours(4))));
        assertEquals("Sales is no longer watched", subject(gone("Sales", Duration.ofHours(1))));
    }

    @Test
    void aRunningRolloutIsNamedAndTheLastOneToo() {
        var running = write(SampleNotices.rolling("Sales", true));
        assertEquals("Sales is down during a rollout: 503 Service Unavailable", running.subject());
        assertTrue(running.items().get(0).facts()
                .contains(new Fact("Rollout running", "to beefed, begun by ana: waits", "")));

        var last = write(SampleNotices.rolling("Sales", false));
        assertEquals("Sales is down: 503 Service Unavailable", last.subject());
        assertTrue(last.items().get(0).facts()
                .contains(new Fact("Last rollout", "to beefed, begun by ana: waits", "")));
    }

    @Test
    void anOutageThatLastsCanBeAcknowledged() {
        assertEquals(Optional.of("https://labs.example.com/health/outages/outage of Sales"),
                write(down("Sales")).items().get(0).page());
        assertEquals(Optional.empty(), write(back("Sales", Duration.ofHours(1))).items().get(0).page());
    }

    @Test
    void aCertificateThatRunsOutIsToldAfterWhatIsDown() {
        assertEquals("The certificate of labs.example.com runs out in 6 d 23 h",
                WRITER.write(SampleNotices.expiring()).subject());
        assertEquals("Sales is down; The certificate of labs.example.com runs out in 6 d 23 h",
                WRITER.write(SampleNotices.expiring(down("Sales"))).subject());
    }

    @Test
    void aSubjectNamesWhatIsDownFirstAndCountsTheRest() {
        assertEquals("2 apps are down: Sales, Stock", subject(down("Sales"), down("Stock")));
        assertEquals("Stock is down; Sales is back after 5 min",
                subject(back("Sales", Duration.ofMinutes(5)), down("Stock")));
        assertEquals("5 apps are down: App 1, App 2, App 3 and 2 more",
                WRITER.write(SampleNotices.many(5)).subject());
    }

    @Test
    void anOutageThatEndsWhileItsLinesGatherIsToldAsOneStory() {
        var letter = write(wasDown("Sales", Duration.ofSeconds(6)), back("Sales", Duration.ofSeconds(6)));

        assertEquals("Sales was down for 6 s and is back", letter.subject());
        assertEquals(1, letter.items().size());
        assertEquals(Tone.BACK, letter.tone());
    }

    @Test
    void anOutageMailThatIsSentLateStillSaysWhatItWouldHaveSaid() {
        assertEquals(write(down("Sales")), write(wasDown("Sales", Duration.ofHours(3))));
    }

    @Test
    void factsSayWhatAPersonAsksFirst() {
        assertEquals(List.of(
                new Fact("Down since", "24 Nov 2026, 10:02:13 UTC"),
                new Fact("First failure", "503 Service Unavailable", "24 Nov 2026, 10:00:13 UTC"),
                new Fact("Last good answer", "200 OK in 43 ms", "24 Nov 2026, 09:59:13 UTC")),
                write(down("Sales")).items().get(0).facts());
        assertEquals(List.of(
                new Fact("Down since", "24 Nov 2026, 10:02:13 UTC"),
                new Fact("Back since", "24 Nov 2026, 13:02:13 UTC"),
                new Fact("It lasted", "3 h"),
                new Fact("First failure", "503 Service Unavailable", "24 Nov 2026, 10:00:13 UTC"),
                new Fact("Last good answer", "200 OK in 43 ms", "24 Nov 2026, 09:59:13 UTC"),
                new Fact("Answers now", "200 OK in 43 ms")),
                write(back("Sales", Duration.ofHours(3))).items().get(0).facts());
    }

    @Test
    void noTitleBreaksOutOfASubject() {
        assertFalse(subject(down("Sales\r\nBcc: all@example.com")).contains("\n"));
    }

    private static String subject(Line... lines) {
        return write(lines).subject();
    }

    private static Letter write(Line... lines) {
        Notice notice = SampleNotices.of(lines);
        return WRITER.write(notice);
    }
}
