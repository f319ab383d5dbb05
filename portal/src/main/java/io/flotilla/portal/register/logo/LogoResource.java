package io.flotilla.portal.register.logo;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Serves logos. A hash cannot be guessed, and only pages of those who may see the app have it. */
@Path("/logos/{hash: [0-9a-f]{32}}")
public class LogoResource {
    private static final String FOR_EVER = "private, max-age=31536000, immutable";

    private final Logos logos;

    LogoResource(Logos logos) {
        this.logos = logos;
    }

    @GET
    @Path("{size: 256|512}.png")
    public Response png(String hash, int size, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known) {
        var etag = "\"%s-%d\"".formatted(hash, size);
        if (etag.equals(known)) {
            return kept(Response.notModified(), etag);
        }
        return kept(Response.ok(logos.png(hash, size).orElseThrow(NotFoundException::new), "image/png"), etag);
    }

    private static Response kept(Response.ResponseBuilder response, String etag) {
        return response.header(HttpHeaders.ETAG, etag).header(HttpHeaders.CACHE_CONTROL, FOR_EVER).build();
    }
}
