package io.flotilla.base.page.error;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.NonBlocking;

/** Pages that fail in every way a page can. */
@Path("/failing")
public class FailingPages {
    static final String SECRET = "the password is swordfish";

    @GET
    @Path("crash")
    public String crash() {
        throw new IllegalStateException(SECRET);
    }

    @GET
    @Path("status/{status}")
    public String status(@PathParam("status") int status) {
        throw new WebApplicationException(SECRET, status);
    }

    @GET
    @Path("own-answer")
    public String ownAnswer() {
        throw new WebApplicationException(Response.status(409).entity("as the page itself put it").build());
    }

    @GET
    @Path("for-admins")
    @RolesAllowed("admin")
    public String forAdmins() {
        return "hello";
    }

    @GET
    @Path("thread")
    @NonBlocking
    public String thread() {
        return Thread.currentThread().getName();
    }

    @POST
    @Path("echo")
    public String echo(String body) {
        return body;
    }
}
