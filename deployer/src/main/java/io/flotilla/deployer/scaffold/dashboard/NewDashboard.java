package io.flotilla.deployer.scaffold.dashboard;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.Catalogue;
import io.flotilla.base.catalogue.CatalogueReader;
import io.flotilla.base.catalogue.EnvironmentName;
import io.flotilla.base.catalogue.Problem;
import io.flotilla.base.catalogue.Reading;
import io.flotilla.deployer.scaffold.fleet.FleetEdit;
import io.flotilla.deployer.scaffold.fleet.FleetEntry;
import io.flotilla.deployer.terminal.Failure;
import io.flotilla.deployer.terminal.FleetOption.InvalidCatalogue;

/** Works out a new dashboard: its files, and the catalogue with it. Nothing is written; {@link Draft#write} does that. */
public final class NewDashboard {
    private final Wish wish;
    private final Map<String, String> variables;
    private final String version;

    /**
     * @param variables what <code>${VAR}</code> in the catalogue stands for
     * @param version   of app-base
     */
    public NewDashboard(Wish wish, Map<String, String> variables, String version) {
        this.wish = wish;
        this.variables = variables;
        this.version = version;
    }

    /**
     * @throws InvalidCatalogue if the catalogue has mistakes already
     * @throws Failure          if the dashboard would be one, or its folder is taken
     */
    public Draft draft() {
        var bytes = read();
        var before = catalogue(bytes);
        if (before.apps().containsKey(wish.app())) {
            throw new Failure("apps.%s is in %s already; choose another name".formatted(wish.app(), wish.fleet()));
        }
        if (Files.exists(wish.folder())) {
            throw new Failure("%s exists already and is left as it is; name another folder with --dir"
                    .formatted(wish.folder()));
        }
        var yaml = new String(bytes, StandardCharsets.UTF_8);
        var entry = entry(before, missing(yaml, entry(before, Set.of())));
        var edited = FleetEdit.add(yaml, entry);
        var after = sound(before, edited);
        return new Draft(wish, entry, after, bytes, edited, new ProjectFiles(words(entry, host(before))).all());
    }

    private byte[] read() {
        // The reader says what is wrong with a file that cannot be read.
        try {
            return Files.readAllBytes(wish.fleet());
        } catch (java.io.IOException unreadable) {
            catalogue(new CatalogueReader(variables).read(wish.fleet()));
            throw new Failure("%s cannot be read: %s".formatted(wish.fleet(), unreadable), unreadable);
        }
    }

    private Catalogue catalogue(byte[] bytes) {
        return catalogue(reading(bytes));
    }

    private Reading reading(byte[] bytes) {
        return new CatalogueReader(variables).read(wish.fleet().toString(), bytes);
    }

    private static Catalogue catalogue(Reading reading) {
        if (reading instanceof Reading.Invalid invalid) {
            throw new InvalidCatalogue(invalid.problems());
        }
        return ((Reading.Valid) reading).catalogue();
    }

    /** What a berth needs that neither it nor its environment says, such as {@code dev.ami}. */
    private Set<String> missing(String yaml, FleetEntry bare) {
        var prefix = "apps.%s.".formatted(wish.app());
        return reading(FleetEdit.add(yaml, bare).getBytes(StandardCharsets.UTF_8)) instanceof Reading.Invalid invalid
                ? invalid.problems().stream().map(Problem::path).filter(path -> path.startsWith(prefix))
                        .map(path -> path.substring(prefix.length())).collect(Collectors.toSet())
                : Set.of();
    }

    private FleetEntry entry(Catalogue before, Set<String> missing) {
        var name = new DashboardName(wish.app());
        var build = wish.folder().resolve("target")
                .resolve(name.repository() + (wish.isNative() ? "-runner" : "-runner.jar"));
        var beside = wish.fleet().toAbsolutePath().normalize().getParent();
        return new FleetEntry(wish.app(), wish.title().orElseGet(name::title), wish.isNative() ? "native" : "jvm",
                name.repository(), relative(beside, build), wish.urlPath().orElse("/" + name.repository() + "/"),
                wish.owners(), wish.requires(), new Berths(before, wish).all(missing));
    }

    private static String relative(Path from, Path to) {
        var absolute = to.toAbsolutePath().normalize();
        return from.getRoot().equals(absolute.getRoot())
                ? from.relativize(absolute).toString().replace('\\', '/')
                : absolute.toString();
    }

    /** The edited text is read again: it must have no mistake, and be the old catalogue and the new app, nothing else. */
    private App sound(Catalogue before, String edited) {
        var reading = reading(edited.getBytes(StandardCharsets.UTF_8));
        if (reading instanceof Reading.Invalid invalid) {
            throw new Failure(invalid.problems().stream().map(Problem::toString)
                    .collect(Collectors.joining("\n",
                            "With the new app the catalogue would have mistakes; nothing was written:\n",
                            "")));
        }
        var after = catalogue(reading);
        var names = new ArrayList<>(before.apps().keySet());
        names.add(wish.app());
        var same = after.fleet().equals(before.fleet()) && after.account().equals(before.account())
                && after.git().equals(before.git()) && after.environments().equals(before.environments())
                && List.copyOf(after.apps().keySet()).equals(names)
                && before.apps().values().stream().allMatch(app -> app.equals(after.apps().get(app.name())));
        if (!same) {
            throw new Failure("%s is written in a way that this command does not understand, so nothing was written; "
                    .formatted(wish.fleet()) + "add the app by hand");
        }
        return after.apps().get(wish.app());
    }

    /** Of prod, else of whichever environment has one. */
    private static Optional<String> host(Catalogue catalogue) {
        return Optional.ofNullable(catalogue.environments().get(EnvironmentName.PROD))
                .flatMap(environment -> environment.domain())
                .or(() -> catalogue.environments().values().stream()
                        .flatMap(environment -> environment.domain().stream())
                        .findFirst());
    }

    private Map<String, String> words(FleetEntry entry, Optional<String> host) {
        var name = new DashboardName(wish.app());
        var javaPackage = wish.javaPackage().orElseGet(() -> name.javaPackage(host));
        return Map.of("app", wish.app(), "title", entry.title(), "package", javaPackage, "page", name.page(), "name",
                name.repository(), "group", javaPackage.contains(".")
                        ? javaPackage.substring(0, javaPackage.lastIndexOf('.'))
                        : javaPackage,
                "version", version, "artifact", "target/" + name.repository() + "-runner.jar", "path", entry.urlPath());
    }
}
