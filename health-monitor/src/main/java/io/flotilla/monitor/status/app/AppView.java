package io.flotilla.monitor.status.app;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.flotilla.monitor.maintenance.MaintenanceWindow;
import io.flotilla.monitor.outage.Outage;
import io.flotilla.monitor.status.AppStatus;
import io.flotilla.monitor.status.chart.Bars;
import io.flotilla.monitor.status.chart.LatencyChart;

/**
 * One app's page.
 *
 * @param asked       what the monitor asks for
 * @param outages     the newest first
 * @param certificate when it runs out
 * @param maintenance under way and to come
 * @param badge       where its badge is, for whoever has the link
 * @param feed        where its outages can be subscribed to, for whoever has the link
 */
public record AppView(
        AppStatus app,
        String asked,
        Instant now,
        Bars bars,
        LatencyChart day,
        LatencyChart month,
        List<Outage> outages,
        Optional<Instant> certificate,
        List<MaintenanceWindow> maintenance,
        String badge,
        String feed) {}
