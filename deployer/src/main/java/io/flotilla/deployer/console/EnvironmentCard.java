package io.flotilla.deployer.console;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.Catalogue;
import io.flotilla.base.catalogue.Environment.Platform;
import io.flotilla.base.catalogue.EnvironmentName;
import io.flotilla.base.catalogue.EnvironmentView;

/**
 * One environment as the console shows it.
 *
 * @param heldBack the apps that are meant for it but not yet {@code prod_ready}, as words
 */
public record EnvironmentCard(String name, String where, String origin, boolean aws, List<Row> rows, String heldBack) {

    /** One app; what the environment does not know is a dash. */
    public record Row(String name, String title, String url, String path, String runtime, String branch,
            String instances,
            String priority) {}

    static List<EnvironmentCard> of(Catalogue catalogue) {
        return catalogue.environments().keySet().stream().map(name -> of(catalogue.in(name))).toList();
    }

    private static EnvironmentCard of(EnvironmentView view) {
        var environment = view.environment();
        var aws = environment.platform() == Platform.AWS;
        return new EnvironmentCard(environment.name().key(), aws ? environment.region().orElseThrow() : "this machine",
                environment.origin(), aws, view.apps().stream().map(app -> row(view, app)).toList(), heldBack(view));
    }

    private static Row row(EnvironmentView view, App app) {
        var berth = view.berth(app);
        return new Row(app.name(), app.title(), view.url(app), app.urlPath(),
                app.runtime().name().toLowerCase(Locale.ROOT), berth.branch().orElse("–"),
                berth.instance().map(type -> berth.instances() + " × " + type).orElse("–"),
                berth.priority().isPresent() ? Integer.toString(berth.priority().getAsInt()) : "–");
    }

    private static String heldBack(EnvironmentView view) {
        return view.environment().name() != EnvironmentName.PROD
                ? ""
                : view.catalogue().apps().values().stream()
                        .filter(app -> app.berths().containsKey(EnvironmentName.PROD) && !app.prodReady())
                        .map(App::title).collect(Collectors.joining(", "));
    }
}
