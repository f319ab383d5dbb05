package io.flotilla.monitor.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.flotilla.base.mail.Mail;
import org.junit.jupiter.api.Test;

/** What people are told, and when; the same on either engine. */
abstract class NoticesContract extends TwoApps {

    @Test
    void everyRecipientHearsOfAnOutageAndOfItsEnd() {
        rig.see("Sales", "+---");
        rig.sendGathered();
        rig.see("Sales", "++");
        rig.sendGathered();

        assertEquals(List.of("OUTAGE Sales", "OUTAGE Sales", "RECOVERY Sales", "RECOVERY Sales"), rig.subjects());
        assertEquals(List.of("dev@example.com", "lead@example.com"),
                rig.accepted().stream().map(Mail::to).limit(2).sorted().toList());
    }

    @Test
    void warnsOfACertificateThreeTimesAndAgainOfTheNextOne() {
        rig.watchShared("load-balancer", List.of(), "lead@example.com");
        var first = rig.instant().plus(Duration.ofDays(22));
        var second = rig.instant().plus(Duration.ofDays(100));
        for (var left : List.of(22 * 24, 21 * 24, 20 * 24, 7 * 24, 100, 24, 20)) {
            seeCertificate(first, Duration.ofHours(left));
        }
        for (var left : List.of(60 * 24, 5 * 24, 4 * 24)) {
            seeCertificate(second, Duration.ofHours(left));
        }

        assertEquals(List.of("21 DAYS labs.example.com", "7 DAYS labs.example.com", "1 DAYS labs.example.com",
                "7 DAYS labs.example.com"), rig.subjects());
    }

    @Test
    void oneMailNamesAllThatChangesWithinTenSeconds() {
        rig.see("Sales", "+--");
        rig.see("Stock", "+--");
        rig.see("Sales", "-");
        rig.pass(Duration.ofSeconds(9));
        rig.record("Stock", false);
        rig.send();
        assertEquals(List.of(), rig.accepted());

        rig.pass(Duration.ofSeconds(1));
        rig.send();

        assertEquals(List.of("OUTAGE Sales", "OUTAGE Sales, OUTAGE Stock"), rig.subjects().stream().sorted().toList());
    }

    @Test
    void whatChangesLaterIsAnotherMail() {
        rig.see("Sales", "+---");
        rig.see("Stock", "+---");
        rig.sendGathered();
        rig.sendGathered();

        assertEquals(List.of("OUTAGE Sales", "OUTAGE Sales", "OUTAGE Stock"),
                rig.subjects().stream().sorted().toList());
    }

    @Test
    void anOutageAndItsRecoveryAreOneConversation() {
        rig.see("Stock", "+---");
        rig.sendGathered();
        rig.pass(Duration.ofHours(4));
        rig.remind();
        rig.sendGathered();
        rig.see("Stock", "++");
        rig.sendGathered();

        assertEquals(List.of("OUTAGE Stock", "REMINDER Stock", "RECOVERY Stock"), rig.subjects());
        var first = rig.accepted().get(0);
        assertEquals(List.of(), first.replyTo());
        assertEquals(List.of(first.messageId()), rig.accepted().get(1).replyTo());
        assertEquals(List.of(first.messageId()), rig.accepted().get(2).replyTo());
        assertEquals(3, rig.accepted().stream().map(Mail::messageId).distinct().count());
    }

    @Test
    void aFailedTransactionLeavesNeitherOutageNorNotice() {
        rig.see("Stock", "+--");
        store.<Object, RuntimeException>write(handle -> handle.execute("DROP TABLE notice_line"));

        assertThrows(RuntimeException.class, () -> rig.see("Stock", "-"));

        assertEquals(0, count("outage"));
        assertEquals(0, count("notice"));
    }

    @Test
    void aRestartForgetsNoStreak() {
        rig.see("Stock", "+--");
        rig.restart();
        rig.see("Stock", "-");
        rig.restart();
        rig.sendGathered();
        rig.see("Stock", "+");
        rig.restart();
        rig.see("Stock", "+");
        rig.restart();
        rig.sendGathered();

        assertEquals(List.of("OUTAGE Stock", "RECOVERY Stock"), rig.subjects());
    }

    @Test
    void anAppThatLeavesTheCatalogueWhileDownEndsItsOutageAndItsPeopleAreTold() {
        rig.see("Stock", "+---");
        rig.sendGathered();
        rig.unwatch("Stock");
        rig.sendGathered();

        assertEquals(List.of("OUTAGE Stock", "RECOVERY Stock"), rig.subjects());
        assertTrue(rig.composed().get(1).lines().get(0).outage().ending().orElseThrow().departed());
        assertEquals(0, count("app_health WHERE app = 'Stock'"));
    }

    private void seeCertificate(Instant expires, Duration left) {
        rig.pass(Duration.between(rig.instant(), expires.minus(left)));
        rig.seeCertificate("load-balancer", expires);
        rig.sendGathered();
    }
}
