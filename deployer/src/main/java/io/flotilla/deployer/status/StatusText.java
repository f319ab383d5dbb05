package io.flotilla.deployer.status;

import java.util.stream.Collectors;

import io.flotilla.deployer.platform.stack.Running;
import io.flotilla.deployer.platform.stack.Stack;
import io.flotilla.deployer.status.Status.AppStatus;

/** What runs, for a person: one line an app. */
public final class StatusText {
    private StatusText() {}

    public static String of(Status status) {
        var width = status.apps().stream().mapToInt(app -> app.app().length()).max().orElse(0);
        var text = new StringBuilder("%s in %s: %s%n".formatted(status.fleet(), status.environment().key(),
                status.shared().map(Stack::status).orElse("not applied yet")));
        status.apps().forEach(app -> text.append("  %s%s  %s%n".formatted(app.app(),
                " ".repeat(width - app.app().length()), line(app))));
        return text.toString();
    }

    private static String line(AppStatus app) {
        if (app.stack().isEmpty()) {
            return "not applied yet";
        }
        var healthy = app.targets().map(targets -> "%d of %d healthy".formatted(targets.healthy(),
                targets.registered())).orElse("no targets");
        var revisions = app.running().stream().map(Running::revision).map(Object::toString).distinct()
                .collect(Collectors.joining(", "));
        return "%s, %s%s%s".formatted(app.stack().get().status(), healthy,
                revisions.isEmpty() ? ", no instances" : ", runs " + revisions, newest(app));
    }

    private static String newest(AppStatus app) {
        if (app.newest().revision().isEmpty()) {
            return "; " + app.newest().problem();
        }
        return app.isStale() ? "; %s is the newest".formatted(app.newest().revision().get()) : "";
    }
}
