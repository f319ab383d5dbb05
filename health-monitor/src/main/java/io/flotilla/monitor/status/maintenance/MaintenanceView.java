package io.flotilla.monitor.status.maintenance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.flotilla.monitor.fleet.Watched;
import io.flotilla.monitor.maintenance.MaintenanceWindow;
import io.flotilla.monitor.status.Viewers.Viewer;

/**
 * The maintenance page as one person sees it.
 *
 * @param choices what they may enter maintenance for
 * @param all     whether they may enter it for everything at once
 * @param mistake why what they have just sent was not entered
 */
public record MaintenanceView(List<Row> rows, List<Choice> choices, boolean all, Optional<String> mistake) {

    /** @param title whose; @param mine whether this person may end it */
    public record Row(MaintenanceWindow window, String title, boolean running, boolean mine) {}

    public record Choice(String key, String title) {}

    static MaintenanceView of(Viewer viewer, List<MaintenanceWindow> windows, Instant now, Optional<String> mistake) {
        var rows = windows.stream().filter(window -> window.app().map(viewer.visible()::contains).orElse(true))
                .map(window -> new Row(window, title(viewer, window), window.covers(now),
                        mayAdminister(viewer, window.app())))
                .toList();
        var choices = viewer.fleet().apps().values().stream().map(Watched::app)
                .filter(app -> mayAdminister(viewer, Optional.of(app)))
                .map(app -> new Choice(app, viewer.fleet().app(app).orElseThrow().title())).toList();
        return new MaintenanceView(rows, choices, viewer.visible().all(), mistake);
    }

    /** @param app empty for everything */
    static boolean mayAdminister(Viewer viewer, Optional<String> app) {
        return viewer.visible().all() || app.flatMap(key -> viewer.fleet().view().app(key))
                .filter(owned -> owned.owners().contains(viewer.person().email())).isPresent();
    }

    private static String title(Viewer viewer, MaintenanceWindow window) {
        return window.app().map(app -> viewer.fleet().app(app).map(Watched::title).orElse(app)).orElse("Everything");
    }
}
