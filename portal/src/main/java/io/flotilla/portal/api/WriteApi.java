package io.flotilla.portal.api;

import java.util.List;
import java.util.function.Supplier;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.portal.directory.Directory;
import io.flotilla.portal.directory.Group;
import io.flotilla.portal.graph.Change;
import io.flotilla.portal.graph.Effect;
import io.flotilla.portal.graph.Refused;
import io.flotilla.portal.graph.Refused.Reason;
import io.flotilla.portal.graph.store.Access;
import io.flotilla.portal.graph.store.Changes;
import io.flotilla.portal.graph.text.ChangeJson;
import io.flotilla.portal.graph.text.GraphYaml;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What machines may change, and what would come of it. A change that was made already is not made again. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Changes")
public class WriteApi {
    private final Caller caller;
    private final Access access;
    private final Changes changes;
    private final Directory directory;
    private final ObjectMapper json;

    WriteApi(Caller caller, Access access, Changes changes, Directory directory, ObjectMapper json) {
        this.caller = caller;
        this.access = access;
        this.changes = changes;
        this.directory = directory;
        this.json = json;
    }

    @POST
    @Path("changes")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make changes: requirements, follow, owners, groupOwners, newGroup, join, leave", description = "409 if somebody else was first: `before` is not what it is now; 422 if it cannot be done")
    public ObjectNode make(String body) {
        var rights = caller.writer();
        return json.createObjectNode().put("made",
                changes.makeAs(rights.actor(), readable(() -> ChangeJson.read(body))));
    }

    @POST
    @Path("effect")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Who would gain and who would lose what by changes; nothing is changed")
    public ObjectNode effect(String body) {
        caller.reader();
        var wanted = readable(() -> ChangeJson.read(body));
        var now = access.situation(wanted);
        var effect = Effect.between(now, now.after(wanted));
        var object = json.createObjectNode();
        add(object.putArray("gains"), effect.gains());
        add(object.putArray("losses"), effect.losses());
        return object;
    }

    @POST
    @Path("graph")
    @Consumes({"application/yaml", "application/x-yaml"})
    @Operation(summary = "Make the graph what a file says; what the file leaves out stays as it is")
    public ObjectNode take(String yaml) {
        var rights = caller.writer();
        var now = access.situation();
        List<Change> wanted = readable(
                () -> GraphYaml.changes(yaml, now, directory.groups().stream().map(Group::name).toList()));
        return json.createObjectNode().put("made", changes.makeAs(rights.actor(), wanted));
    }

    private static void add(ArrayNode array, List<Effect.Access> accesses) {
        accesses.forEach(one -> array.addObject().put("person", one.person().id()).put("name", one.person().name())
                .put("app", one.app()));
    }

    private static <T> T readable(Supplier<T> text) {
        try {
            return text.get();
        } catch (IllegalArgumentException e) {
            throw new Refused(Reason.IMPOSSIBLE, e.getMessage());
        }
    }
}
