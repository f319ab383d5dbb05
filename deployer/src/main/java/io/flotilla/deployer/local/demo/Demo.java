package io.flotilla.deployer.local.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.Catalogue;
import io.flotilla.base.catalogue.CatalogueReader;
import io.flotilla.base.catalogue.EnvironmentName;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.base.catalogue.Reading;
import io.flotilla.base.catalogue.watch.CatalogueFile;
import io.flotilla.base.noticeboard.FolderNoticeboard;
import io.flotilla.base.signin.local.People;
import io.flotilla.deployer.local.News;
import io.flotilla.deployer.local.control.ControlFile;
import io.flotilla.deployer.local.control.ControlServer;
import io.flotilla.deployer.local.control.FleetOrders;
import io.flotilla.deployer.local.control.GroupOrders;
import io.flotilla.deployer.local.gateway.Gateway;
import io.flotilla.deployer.local.gateway.Routes;
import io.flotilla.deployer.local.group.AppGroup;
import io.flotilla.deployer.local.group.Artifacts;
import io.flotilla.deployer.local.group.Crew;
import io.flotilla.deployer.local.group.Definition;
import io.flotilla.deployer.local.group.Groups;
import io.flotilla.deployer.local.instance.LocalIdentity;
import io.flotilla.deployer.local.instance.Programs;
import io.flotilla.deployer.local.instance.StateFolder;
import io.flotilla.deployer.local.process.FreePorts;
import io.flotilla.deployer.local.process.Processes;
import io.flotilla.deployer.local.targets.HealthChecks;
import io.flotilla.deployer.noticeboard.CataloguePoster;
import io.flotilla.deployer.terminal.Failure;
import io.flotilla.deployer.terminal.FleetOption;

/** The fleet of one environment on this machine, from the first process to the last. */
public final class Demo implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Order order;
    private final News news;
    private final Deque<AutoCloseable> held = new ArrayDeque<>();
    private final CountDownLatch ending = new CountDownLatch(1);
    private volatile boolean forgetting;

    /**
     * What is asked for.
     *
     * @param fleet    the catalogue's file
     * @param port     the gateway's port; the catalogue's if empty
     * @param state    the folder for everything that is written
     * @param identity app-base's own program, for the sign-in, and for the gate before apps that are not built on it
     * @param limit    how long an app may take to become ready
     * @param away     how long an app that has ended stays away
     * @param drain    how long an instance that is replaced may take to finish its requests
     */
    public record Order(Path fleet, OptionalInt port, Path state, Path identity, Duration limit, Duration away,
            Duration drain) {}

    public Demo(Order order, News news) {
        this.order = order;
        this.news = news;
    }

    /**
     * Starts everything, says so, and stays until {@link #close}.
     *
     * @throws Failure if the fleet cannot be started
     */
    public void run() throws InterruptedException {
        var began = Instant.now();
        var state = hold(StateFolder.open(order.state()));
        hold(() -> leave(state));
        var catalogue = catalogue(state);
        var view = view(catalogue.post());
        var processes = hold(processes(state));
        state.clear();
        var routes = new Routes();
        hold(Gateway.open(view.environment().port(), home(view), state.root(), routes));
        hold(new HealthChecks(routes::targetGroups)).start();
        var groups = groups(view, state, processes, routes);
        hold(new Upkeep(groups, news)).start();
        hold(ControlServer.open(state.root(), orders(catalogue, state, groups)));
        start(view, state, groups, began);
        news.tell(announcement(view, groups, state).text(Duration.between(began, Instant.now())));
        attend(catalogue, processes, groups);
    }

    /** Once everything has ended: those who wait for that are told, and if the fleet was destroyed, nothing stays. */
    private void leave(StateFolder state) {
        if (forgetting) {
            state.forget(ControlFile.NAME);
        }
        ControlFile.delete(state.root());
    }

    private synchronized <T extends AutoCloseable> T hold(T resource) {
        held.push(resource);
        return resource;
    }

    private CatalogueUpkeep catalogue(StateFolder state) {
        var reader = CatalogueReader.ofEnvironment();
        if (reader.read(order.fleet()) instanceof Reading.Invalid invalid) {
            throw new FleetOption.InvalidCatalogue(invalid.problems());
        }
        var source = new PortedCatalogue(new CatalogueFile(order.fleet()), EnvironmentName.LOCAL, order.port());
        return new CatalogueUpkeep(source, reader,
                new CataloguePoster(new FolderNoticeboard(state.noticeboard()), Clock.systemUTC()),
                state.catalogue(), news);
    }

    /** @throws Failure if there is nothing in it that this machine could run, or not where it is asked to */
    private EnvironmentView view(Catalogue catalogue) {
        if (!catalogue.environments().containsKey(EnvironmentName.LOCAL)) {
            throw new Failure("%s has no environment local; add environments: { local: { platform: local } }"
                    .formatted(order.fleet()));
        }
        var view = catalogue.in(EnvironmentName.LOCAL);
        if (order.port().isPresent() && view.environment().port() != order.port().getAsInt()) {
            throw new Failure("%s names no environments.local.port that could be another; add one"
                    .formatted(order.fleet()));
        }
        return view;
    }

    private Processes processes(StateFolder state) {
        var processes = new Processes(state.processes(), GRACE);
        var left = processes.endLeftovers();
        if (!left.isEmpty()) {
            news.tell("ended what a former fleet left behind: " + String.join(", ", left));
        }
        return processes;
    }

    private Groups groups(EnvironmentView view, StateFolder state, Processes processes, Routes routes) {
        var gates = new Artifacts(state.folder("gate"));
        var programs = new Programs(view, state, new FreePorts(RandomGenerator.getDefault()),
                identity(view, state).map(own -> people(view)), () -> gates.keep(order.identity()).program());
        return new Groups(new Crew(programs, processes, routes, new Artifacts(state.folder("artifacts")),
                state.folder("versions"), InstantSource.system(), Executors.newCachedThreadPool(Demo::daemon),
                order.limit(), order.away(), news));
    }

    private GroupOrders orders(CatalogueUpkeep catalogue, StateFolder state, Groups groups) {
        return new GroupOrders(groups, new FleetOrders(groups, new Artifacts(state.folder("artifacts")),
                () -> definitions(catalogue.current().in(EnvironmentName.LOCAL)), this::destroy));
    }

    private List<Definition> definitions(EnvironmentView view) {
        return view.apps().stream().map(app -> definition(view, app)).toList();
    }

    private void destroy() {
        forgetting = true;
        ending.countDown();
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "end of an instance");
        thread.setDaemon(true);
        return thread;
    }

    private static String home(EnvironmentView view) {
        return view.withRole(App.Role.PORTAL).or(() -> view.apps().stream().findFirst()).map(App::urlPath)
                .orElseThrow(() -> new Failure("no app has `local:` in the catalogue; give one that key"));
    }

    /** The sign-in first: the others ask it for its keys when they start. */
    private void start(EnvironmentView view, StateFolder state, Groups groups, Instant began)
            throws InterruptedException {
        var identity = identity(view, state);
        var progress = new Progress(began, news);
        progress.awaitReady(apply(view, identity.stream(), groups));
        progress.awaitReady(apply(view, view.apps().stream(), groups));
        groups.prune();
    }

    private Optional<App> identity(EnvironmentView view, StateFolder state) {
        return LocalIdentity.of(view, order.identity().toAbsolutePath(), people(view), state.folder("identity"));
    }

    private List<AppGroup> apply(EnvironmentView view, Stream<App> apps, Groups groups) {
        return apps.map(app -> groups.apply(definition(view, app))).toList();
    }

    private Definition definition(EnvironmentView view, App app) {
        return Definition.of(view, app, order.fleet().toAbsolutePath().getParent(), order.drain());
    }

    private Path people(EnvironmentView view) {
        return order.fleet().toAbsolutePath().resolveSibling(view.environment().people().orElse("people.yaml"));
    }

    private Announcement announcement(EnvironmentView view, Groups groups, StateFolder state) {
        var identity = groups.all().size() > view.apps().size();
        var members = identity ? members(people(view)) : List.<People.Member>of();
        return new Announcement(view, members,
                app -> groups.find(app.name()).orElseThrow().ready().join().pid(), order.away(), state.logs());
    }

    private static List<People.Member> members(Path file) {
        try {
            return People.read(file).members();
        } catch (IOException | IllegalArgumentException e) {
            throw new Failure("who may sign in cannot be read: " + e.getMessage(), e);
        }
    }

    private void attend(CatalogueUpkeep catalogue, Processes processes, Groups groups) throws InterruptedException {
        var enter = new EnterKey(System.in);
        var wasAway = false;
        while (!ending.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
            catalogue.look();
            processes.observe();
            var away = groups.away().toList();
            // What was typed before there was anything to start does not count.
            if (!away.isEmpty() && enter.pressed() && wasAway) {
                away.forEach(AppGroup::startNow);
            }
            wasAway = !away.isEmpty();
        }
    }

    /** Ends every process and frees the port; safe to call from a shutdown hook at any time. */
    @Override
    public void close() {
        ending.countDown();
        var last = new ArrayList<AutoCloseable>();
        synchronized (this) {
            last.addAll(held);
            held.clear();
        }
        for (var resource : last) {
            close(resource);
        }
    }

    private void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            news.tell("not ended as it should be: " + e);
        }
    }
}
