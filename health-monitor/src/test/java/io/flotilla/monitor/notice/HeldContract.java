package io.flotilla.monitor.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** What people are not told, or only later; the same on either engine. */
abstract class HeldContract extends TwoApps {

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

    private void shareALoadBalancer() {
        rig.watchShared("load-balancer", List.of("Ledger", "Ship"), "lead@example.com");
        rig.watchUnder("load-balancer", "Ledger", "lead@example.com");
        rig.watchUnder("load-balancer", "Ship", "lead@example.com");
    }
}
