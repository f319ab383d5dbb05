package io.flotilla.portal.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.base.access.portal.AnswerJson;
import io.flotilla.portal.graph.store.Access;

/**
 * What the fleet's programs ask: who may open me, and which groups is this person in now. Each shows the token that the
 * deployer gave it, and learns of no app but itself; the monitor and the console may know every app's requirements. Sign-in
 * lets these paths through, because programs have no session.
 */
@Path("/api/access/apps")
public class AccessEndpoint {
    private final AppTokens tokens;
    private final Access access;
    private final ObjectMapper json;

    AccessEndpoint(AppTokens tokens, Access access, ObjectMapper json) {
        this.tokens = tokens;
        this.access = access;
        this.json = json;
    }

    @GET
    @Path("{app}")
    public Response about(@PathParam("app") String app, @QueryParam("person") String person,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known) {
        if (!tokens.isFrom(app, authorization)) {
            return whoAreYou();
        }
        var graph = access.graph();
        if (graph.app(app).isEmpty()) {
            return Response.status(404).type(MediaType.APPLICATION_JSON)
                    .entity("{\"title\":\"No such app in this environment\"}").build();
        }
        return tagged(AnswerJson.write(app, access.answer(graph, app, person == null ? "" : person)), known);
    }

    @GET
    public Response all(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known) {
        if (!tokens.mayReadAll(authorization)) {
            return whoAreYou();
        }
        var graph = access.graph();
        var body = json.createObjectNode();
        var apps = body.putObject("apps");
        graph.apps().forEach((name, edges) -> add(apps.putArray(name), edges.requires()));
        add(body.putArray("overrides"), graph.overrides());
        return tagged(body, known);
    }

    private static Response whoAreYou() {
        return Response.status(401).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").type(MediaType.APPLICATION_JSON)
                .entity("{\"title\":\"Show the token that the deployer gave this app\"}").build();
    }

    private static Response tagged(ObjectNode body, String known) {
        var text = body.toString();
        var tag = "\"" + digest(text) + "\"";
        var unchanged = Optional.ofNullable(known).filter(tags -> tags.contains(tag)).isPresent();
        return (unchanged ? Response.notModified() : Response.ok(text, MediaType.APPLICATION_JSON))
                .header(HttpHeaders.ETAG, tag).build();
    }

    private static void add(ArrayNode array, Collection<String> values) {
        values.stream().sorted().forEach(array::add);
    }

    private static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
