package io.flotilla.portal.api;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.base.access.Decision;
import io.flotilla.base.access.Person;
import io.flotilla.portal.audit.Audit;
import io.flotilla.portal.audit.AuditText;
import io.flotilla.portal.directory.Directory;
import io.flotilla.portal.directory.Group;
import io.flotilla.portal.directory.Member;
import io.flotilla.portal.graph.AppEdges;
import io.flotilla.portal.graph.Rights;
import io.flotilla.portal.graph.store.Access;
import io.flotilla.portal.graph.text.GraphYaml;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** What admins and machines may read. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class ReadApi {
    private static final int MOST_ENTRIES = 1_000;

    private final Caller caller;
    private final Access access;
    private final Directory directory;
    private final Audit audit;
    private final ObjectMapper json;

    ReadApi(Caller caller, Access access, Directory directory, Audit audit, ObjectMapper json) {
        this.caller = caller;
        this.access = access;
        this.directory = directory;
        this.audit = audit;
        this.json = json;
    }

    @GET
    @Path("apps")
    @Operation(summary = "Every app with the groups it requires and its owners")
    public ArrayNode apps() {
        var array = json.createArrayNode();
        caller.reader().graph().apps().values().forEach(app -> array.add(app(app)));
        return array;
    }

    @GET
    @Path("apps/{app}")
    @Operation(summary = "One app, and everybody who may open it now")
    public ObjectNode app(String app) {
        var graph = caller.reader().graph();
        var object = app(graph.app(app).orElseThrow(NotFoundException::new));
        var people = object.putArray("people");
        access.openers(graph, app).forEach(person -> people.add(person.id()));
        return object;
    }

    @GET
    @Path("groups")
    @Operation(summary = "Every group with its owners")
    public ArrayNode groups() {
        var rights = caller.reader();
        var array = json.createArrayNode();
        directory.groups().forEach(group -> array.add(group(group, rights)));
        return array;
    }

    @GET
    @Path("groups/{group}")
    @Operation(summary = "One group, its members and the apps that require it")
    public ObjectNode group(String group) {
        var rights = caller.reader();
        var known = directory.groups().stream().filter(one -> one.name().equals(group)).findFirst()
                .orElseThrow(NotFoundException::new);
        var object = group(known, rights);
        var members = object.putArray("members");
        directory.members(group).forEach(member -> members.add(member(member)));
        add(object.putArray("apps"), rights.graph().requiring(group).stream().map(AppEdges::app).toList());
        return object;
    }

    @GET
    @Path("people")
    @Operation(summary = "People by name, 60 a page; `next` is what to pass as `after` for the next page")
    public ObjectNode people(@RestQuery String search, @RestQuery String after) {
        caller.reader();
        var page = directory.people(search == null ? "" : search, Optional.ofNullable(after));
        var object = json.createObjectNode();
        var people = object.putArray("people");
        page.people().forEach(member -> people.add(member(member)));
        object.put("next", page.next().orElse(null));
        return object;
    }

    @GET
    @Path("people/{id}")
    @Operation(summary = "One person, their groups and the apps they may open")
    public ObjectNode person(String id) {
        var graph = caller.reader().graph();
        var person = person(directory.person(id));
        var object = member(new Member(person.id(), person.name(), person.email()));
        add(object.putArray("groups"), person.groups());
        add(object.putArray("apps"), graph.openTo(person).stream().map(AppEdges::app).toList());
        return object;
    }

    @GET
    @Path("decision")
    @Operation(summary = "Why a person, by id or e-mail address, may or may not open an app")
    public ObjectNode decision(@RestQuery String person, @RestQuery String app) {
        var graph = caller.reader().graph();
        var typed = person == null ? "" : person;
        var somebody = person(directory.person(typed).or(() -> directory.withEmail(typed)));
        var edges = graph.app(app == null ? "" : app).orElseThrow(NotFoundException::new);
        var decision = graph.decide(somebody, edges.app());
        var object = json.createObjectNode().put("person", somebody.id()).put("app", edges.app())
                .put("allowed", decision.allowed())
                .put("because", decision.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        add(object.putArray("missing"),
                decision instanceof Decision.Missing missing ? missing.groups() : Set.of());
        return object;
    }

    @GET
    @Path("audit")
    @Operation(summary = "Audit entries, newest first: at most `limit`, with numbers smaller than `before`")
    public ArrayNode audit(@RestQuery String search, @RestQuery Long before, @RestQuery Integer limit) {
        caller.reader();
        return AuditText.json(audit.entries(search == null ? "" : search, before == null ? Long.MAX_VALUE : before,
                limit == null ? 100 : Math.max(1, Math.min(limit, MOST_ENTRIES))));
    }

    @GET
    @Path("graph")
    @Produces("application/yaml")
    @Operation(summary = "The whole graph with memberships, as the file that the administration takes")
    public String graph() {
        caller.reader();
        return GraphYaml.write(access.situation(), directory.groups().stream().map(Group::name).toList());
    }

    private Person person(Optional<Member> known) {
        return known.map(member -> new Person(member.id(), member.name(), member.email(),
                directory.groupsOf(member.id()))).orElseThrow(NotFoundException::new);
    }

    private ObjectNode app(AppEdges app) {
        var object = json.createObjectNode().put("app", app.app()).put("title", app.title());
        add(object.putArray("requires"), app.requires());
        object.put("requiresSetInPortal", app.requiresSet());
        add(object.putArray("owners"), app.owners());
        return object.put("ownersSetInPortal", app.ownersSet());
    }

    private ObjectNode group(Group group, Rights rights) {
        var object = json.createObjectNode().put("group", group.name()).put("description", group.description());
        add(object.putArray("owners"), rights.graph().ownersOf(group.name()));
        return object.put("superusersOnly", rights.graph().guarded(group.name()));
    }

    private ObjectNode member(Member member) {
        return json.createObjectNode().put("id", member.id()).put("name", member.name()).put("email", member.email());
    }

    private static void add(ArrayNode array, Collection<String> values) {
        values.stream().sorted().forEach(array::add);
    }
}
