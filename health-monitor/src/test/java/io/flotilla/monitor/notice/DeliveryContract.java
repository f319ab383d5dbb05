package io.flotilla.monitor.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.flotilla.base.mail.Transport.Delivery;
import io.flotilla.monitor.Rig;
import org.junit.jupiter.api.Test;

/** What becomes of a notice while mail servers and monitors come and go; the same on either engine. */
abstract class DeliveryContract extends TwoApps {

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

    private void claimOnly() {
        new Outbox(store, Rig.GATHER, () -> "dead").claim(rig.instant(), rig.instant().plus(Rig.CLAIM), 8);
    }

    private List<Notices.Troubled> troubled() {
        return store.<List<Notices.Troubled>, RuntimeException>read(handle -> Notices.troubled(handle, 10));
    }
}
