package io.flotilla.portal.graph.store;

import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;

import io.flotilla.base.access.AccessAnswer;
import io.flotilla.base.access.AccessRules;
import io.flotilla.base.access.Person;
import io.flotilla.base.catalogue.App;
import io.flotilla.base.page.Links;
import io.flotilla.base.store.Store;
import io.flotilla.portal.directory.Directory;
import io.flotilla.portal.directory.Member;
import io.flotilla.portal.fleet.Fleet;
import io.flotilla.portal.fleet.PortalConfig;
import io.flotilla.portal.graph.AccessGraph;
import io.flotilla.portal.graph.AppEdges;
import io.flotilla.portal.graph.Change;
import io.flotilla.portal.graph.Rights;
import io.flotilla.portal.graph.Scope;
import io.flotilla.portal.graph.Situation;
import io.flotilla.portal.graph.store.EdgeTable.Kind;
import org.jdbi.v3.core.Handle;

/**
 * What is true now of apps, groups and people. Read with it, change with {@link Changes}:
 *
 * <pre>{@code
 * var person = access.now(visitor.person().orElseThrow());   // with the groups they are in now
 * var graph = access.graph();                                // one moment; ask it as often as you like
 * graph.openTo(person);                                      // the apps of their tiles
 * graph.decide(person, "Sales");                             // and why
 * graph.app("Sales").map(AppEdges::owners);                  // e-mail addresses
 * graph.ownersOf("sales");                                   // who says who is in a group
 * access.rights(person).mayEdit(app);                        // an owner, an admin, a superuser
 * changes.make(person, List.of(new Change.Join(who, "sales")));
 * }</pre>
 *
 * All methods may wait for the database or the directory: worker threads only.
 */
@ApplicationScoped
public class Access {
    private final Store store;
    private final Fleet fleet;
    private final PortalConfig config;
    private final AccessSettings settings;
    private final Directory directory;
    private final Links links;
    private final EdgeTable edges = new EdgeTable();

    Access(Store store, Fleet fleet, PortalConfig config, AccessSettings settings, Directory directory, Links links) {
        this.store = store;
        this.fleet = fleet;
        this.config = config;
        this.settings = settings;
        this.directory = directory;
        this.links = links;
    }

    /** The graph over the apps that the catalogue has here: what people set in the portal, else what {@code fleet.yaml} says. */
    public AccessGraph graph() {
        return store.<AccessGraph, RuntimeException>read(this::graph);
    }

    /** The same in a transaction that goes on. */
    AccessGraph graph(Handle handle) {
        var requires = edges.all(handle, Kind.REQUIRES);
        var owners = edges.all(handle, Kind.OWNERS);
        var apps = fleet.view().stream().flatMap(view -> view.apps().stream())
                .map(app -> new AppEdges(app.name(), app.title(),
                        sorted(requires.getOrDefault(app.name(), sorted(demanded(app)))),
                        requires.containsKey(app.name()),
                        sorted(owners.getOrDefault(app.name(), sorted(app.owners()))), owners.containsKey(app.name())))
                .toList();
        return AccessGraph.of(apps, edges.all(handle, Kind.GROUP_OWNERS), config.overrides(),
                settings.adminGroups());
    }

    /** Who may sign in may see the front door, unless somebody says otherwise. */
    private static Set<String> demanded(App app) {
        return app.requires().isEmpty() && app.role().equals(Optional.of(App.Role.PORTAL))
                ? Set.of(AccessRules.EVERYONE)
                : app.requires();
    }

    /** The person with the groups they are in now, whatever their token says. */
    public Person now(Person person) {
        return new Person(person.id(), person.name(), person.email(), directory.groupsOf(person.id()));
    }

    /** What the person, as they are now, may change. */
    public Rights rights(Person person) {
        return new Rights(graph(), now(person));
    }

    /** Graph and everybody, for what concerns them all, such as a file of the whole graph. Reads the whole directory. */
    public Situation situation() {
        return new Situation(graph(), directory.everybody());
    }

    /** Graph and those who could gain or lose by changes: enough to try these changes on, and no others. */
    public Situation situation(Collection<? extends Change> changes) {
        var graph = graph();
        return new Situation(graph, people(Scope.of(graph, changes)));
    }

    /** Who may open the app now, by name. They come with those of their groups alone that decide it. */
    public List<Person> openers(AccessGraph graph, String app) {
        var rules = graph.rules(app);
        return people(Scope.of(graph, app)).stream().filter(person -> rules.decide(person).allowed()).toList();
    }

    private List<Person> people(Scope scope) {
        var byId = new LinkedHashMap<String, Person>();
        (scope.everybody() ? directory.everybody(scope.groups()) : directory.within(scope.groups()))
                .forEach(person -> byId.put(person.id(), person));
        for (var id : scope.people()) {
            directory.person(id).ifPresent(member -> byId.put(id, member.in(directory.groupsOf(id))));
        }
        return List.copyOf(byId.values());
    }

    /** What {@code fleet.yaml} says that an app demands, whatever was set here. */
    public SortedSet<String> requiredByFile(String app) {
        return fleet.view().flatMap(view -> view.app(app)).map(Access::demanded).map(Access::sorted)
                .orElseGet(TreeSet::new);
    }

    /** What there is to say about one person and one app that the graph has. */
    public AccessAnswer answer(AccessGraph graph, String app, String person) {
        var owners = new LinkedHashMap<String, List<String>>();
        for (var group : graph.rules(app).requirements()) {
            var addresses = graph.ownersOf(group);
            owners.put(group, mailboxes(addresses.isEmpty()
                    ? graph.app(app).<Collection<String>>map(AppEdges::owners).orElse(Set.of())
                    : addresses));
        }
        return new AccessAnswer(graph.rules(app), Optional.of(directory.groupsOf(person)), owners,
                Optional.of(links.to("/apps/" + app + "/request")));
    }

    /** Where the administration answers, as a browser must ask for it from the portal's usual host. */
    public String administration() {
        var path = links.to("/admin/apps");
        return settings.adminHost().map(host -> URI.create(config.origin()).getScheme() + "://" + host + path)
                .orElse(path);
    }

    /** Whether a host of its own takes the administration's writes, and the portal's usual one none of them. */
    public boolean administeredElsewhere() {
        return settings.adminHost().isPresent();
    }

    /** E-mail addresses as mail is addressed, with the names of those the directory knows. */
    public List<String> mailboxes(Collection<String> addresses) {
        return addresses.stream().map(address -> directory.withEmail(address).map(Member::mailbox).orElse(address))
                .toList();
    }

    private static TreeSet<String> sorted(Collection<String> names) {
        return new TreeSet<>(names);
    }
}
