package io.flotilla.monitor.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.flotilla.base.mail.Mail;
import io.flotilla.base.mail.Transport.Delivery;
import io.flotilla.base.store.Store;
import io.flotilla.monitor.Rig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people are told, and when; the same on either engine. */
abstract class NoticesContract {
    private Store store;
    private Rig rig;

    abstract Store fresh();

    @BeforeEach
    void watchTwoApps() {
        store = fresh();
        rig = new Rig(store, 1);
        rig.watch("Sales", "lead@example.com", "dev@example.com");
        rig.watch("Stock", "lead@example.com");
    }

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
    void whatAllShareIsOneOutageAndNotOneForEachApp() {
        shareALoadBalancer();
        rig.see("load-balancer", "+---");
        rig.see("Ledger", "+---");
        rig.see("Ship", "+---");
        rig.sendGathered();

        assertEquals(List.of("OUTAGE load-balancer"), rig.subjects());
        assertEquals(Optional.of("Ledger, Ship"),
                rig.composed().get(0).lines().get(0).outage().circumstances().behind());
        assertEquals(2, count("outage WHERE held_by = 'load-balancer'"));

        rig.see("load-balancer", "++");
        rig.see("Ledger", "++");
        rig.see("Ship", "-");
        rig.sendGathered();
        rig.send();
        assertEquals(List.of("OUTAGE Ship", "OUTAGE load-balancer", "RECOVERY load-balancer"),
                rig.subjects().stream().flatMap(one -> Stream.of(one.split(", "))).sorted().toList(),
                "what is still down after a full interval is down by itself");

        rig.see("Ship", "++");
        rig.sendGathered();
        assertEquals("RECOVERY Ship", rig.subjects().get(rig.subjects().size() - 1));
    }

    @Test
    void anAppThatFailsBesideAFailingPartWaitsForThePartsVerdict() {
        shareALoadBalancer();
        rig.see("Ledger", "+--");
        rig.see("load-balancer", "+-");
        rig.see("Ledger", "-");
        rig.sendGathered();
        assertEquals(List.of(), rig.subjects());

        rig.see("load-balancer", "++");
        rig.see("Ledger", "--");
        rig.sendGathered();
        assertEquals(List.of("OUTAGE Ledger"), rig.subjects());
    }

    @Test
    void nobodyIsMailedWhatMaintenanceExplains() {
        rig.see("Stock", "+");
        rig.maintain(Optional.of("Stock"), Duration.ofHours(1));
        rig.see("Stock", "---");
        rig.see("Sales", "+---");
        rig.sendGathered();
        assertEquals(List.of("OUTAGE Sales", "OUTAGE Sales"), rig.subjects());

        rig.see("Stock", "++");
        rig.sendGathered();
        assertEquals(2, rig.subjects().size());
        assertEquals(1, count("outage WHERE app = 'Stock' AND ended IS NOT NULL"));
    }

    @Test
    void anOutageThatOutlastsItsMaintenanceIsMailedThen() {
        rig.see("Stock", "+");
        rig.maintain(Optional.empty(), Duration.ofMinutes(10));
        rig.see("Stock", "---");
        rig.sendGathered();
        assertEquals(List.of(), rig.subjects());

        rig.pass(Duration.ofMinutes(10));
        rig.see("Stock", "-");
        rig.sendGathered();
        rig.see("Stock", "-++");
        rig.sendGathered();
        assertEquals(List.of("OUTAGE Stock", "RECOVERY Stock"), rig.subjects());
    }

    @Test
    void remindsNobodyWhileSomebodyTakesCareOfIt() {
        rig.see("Stock", "+---");
        rig.sendGathered();
        rig.acknowledge("Stock", Duration.ofHours(6));
        rig.pass(Duration.ofHours(5));
        rig.remind();
        rig.sendGathered();
        assertEquals(List.of("OUTAGE Stock"), rig.subjects());

        rig.pass(Duration.ofHours(2));
        rig.remind();
        rig.sendGathered();
        assertEquals(List.of("OUTAGE Stock", "REMINDER Stock"), rig.subjects());
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
    void nothingIsSentTwice() {
        rig.see("Stock", "+---");
        rig.sendGathered();
        rig.send();
        rig.pass(Duration.ofHours(3));
        rig.send();

        assertEquals(1, rig.accepted().size());
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
    void aMailKeepsItsIdAndItsWordsThroughRetriesWhileTheWorldGoesOn() {
        rig.serverDoes(mail -> CompletableFuture.completedStage(new Delivery.Deferred("no")));
        rig.see("Stock", "+---");
        rig.sendGathered();
        rig.see("Stock", "++---");
        rig.serverDoes(mail -> CompletableFuture.completedStage(new Delivery.Accepted()));
        for (var i = 0; i < 4; i++) {
            rig.pass(Duration.ofMinutes(1));
            rig.send();
        }

        assertEquals(List.of("OUTAGE Stock", "RECOVERY Stock", "OUTAGE Stock"), rig.subjects());
        var attempts = rig.composed().stream().filter(notice -> notice.id().equals(rig.composed().get(0).id()))
                .toList();
        assertEquals(2, attempts.size());
        assertEquals(attempts.get(0).messageId(), attempts.get(1).messageId());
        assertEquals(attempts.get(0).lines().stream().map(Notice.Line::kind).toList(),
                attempts.get(1).lines().stream().map(Notice.Line::kind).toList());
    }

    @Test
    void aServerThatIsAwayIsTriedEverMoreRarely() {
        rig.serverDoes(mail -> CompletableFuture.completedStage(new Delivery.Deferred("connection refused")));
        rig.see("Stock", "+---");
        rig.sendGathered();
        for (var second = 0; second < 3600; second += 5) {
            rig.pass(Duration.ofSeconds(5));
            rig.send();
        }

        var attempts = rig.composed().size();
        assertTrue(attempts >= 12 && attempts <= 24, attempts + " attempts in an hour");
        assertEquals("connection refused", troubled().get(0).notice().trouble().orElseThrow());
    }

    @Test
    void aMailThatIsRefusedForGoodIsPutAsideAndShownAndHoldsNothingUp() {
        rig.serverDoes(mail -> CompletableFuture.completedStage(mail.subject().startsWith("OUTAGE")
                ? new Delivery.Refused("550 no such user")
                : new Delivery.Accepted()));
        rig.see("Stock", "+---");
        rig.sendGathered();
        rig.pass(Duration.ofHours(1));
        rig.send();
        assertEquals(1, rig.composed().size());
        assertTrue(troubled().get(0).parked());
        assertEquals("550 no such user", troubled().get(0).notice().trouble().orElseThrow());

        rig.see("Stock", "++");
        rig.sendGathered();

        assertEquals(List.of("RECOVERY Stock"), rig.subjects());
    }

    @Test
    void aRecipientWhoIsOutOfReachHoldsUpNobodyElse() {
        rig.serverDoes(mail -> CompletableFuture.completedStage(mail.to().startsWith("lead")
                ? new Delivery.Deferred("mailbox full")
                : new Delivery.Accepted()));
        rig.see("Sales", "+---");
        rig.sendGathered();
        rig.see("Sales", "++");
        rig.sendGathered();

        assertEquals(List.of("OUTAGE Sales", "RECOVERY Sales"), rig.subjects());
    }

    @Test
    void whoeverDiesWhileSendingLeavesTheMailToTheNext() {
        rig.serverDoes(mail -> new CompletableFuture<>());
        rig.see("Stock", "+---");
        rig.pass(Rig.GATHER);
        // The delivery never completes, as in a process that was killed.
        claimOnly();
        rig.restart();
        rig.serverDoes(mail -> CompletableFuture.completedStage(new Delivery.Accepted()));

        rig.pass(Rig.CLAIM.minusSeconds(1));
        rig.send();
        assertEquals(List.of(), rig.subjects());
        rig.pass(Duration.ofSeconds(1));
        rig.send();

        assertEquals(List.of("OUTAGE Stock"), rig.subjects());
    }

    @Test
    void twoSendersNeverClaimTheSameMail() {
        rig.see("Sales", "+---");
        rig.pass(Rig.GATHER);
        var one = new Outbox(store, Rig.GATHER, () -> "one" + System.nanoTime());
        var other = new Outbox(store, Rig.GATHER, () -> "other" + System.nanoTime());
        var until = rig.instant().plus(Rig.CLAIM);

        assertEquals(2, one.claim(rig.instant(), until, 8).size());
        assertEquals(0, other.claim(rig.instant(), until, 8).size());
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

    @Test
    void reminderWaitsItsTurnBehindAnUnsentMailInsteadOfPilingUp() {
        rig.serverDoes(mail -> CompletableFuture.completedStage(new Delivery.Deferred("no")));
        rig.see("Stock", "+---");
        for (var i = 0; i < 5; i++) {
            rig.pass(Duration.ofHours(5));
            rig.remind();
            rig.send();
        }

        assertEquals(1, count("notice"));
    }

    private void shareALoadBalancer() {
        rig.watchShared("load-balancer", List.of("Ledger", "Ship"), "lead@example.com");
        rig.watchUnder("load-balancer", "Ledger", "lead@example.com");
        rig.watchUnder("load-balancer", "Ship", "lead@example.com");
    }

    private void seeCertificate(Instant expires, Duration left) {
        rig.pass(Duration.between(rig.instant(), expires.minus(left)));
        rig.seeCertificate("load-balancer", expires);
        rig.sendGathered();
    }

    private void claimOnly() {
        new Outbox(store, Rig.GATHER, () -> "dead").claim(rig.instant(), rig.instant().plus(Rig.CLAIM), 8);
    }

    private List<Notices.Troubled> troubled() {
        return store.<List<Notices.Troubled>, RuntimeException>read(handle -> Notices.troubled(handle, 10));
    }

    private int count(String table) {
        return store.<Integer, RuntimeException>read(
                handle -> handle.createQuery("SELECT count(*) FROM " + table).mapTo(Integer.class).one());
    }
}
