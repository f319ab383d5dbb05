package io.flotilla.portal.api;

import java.util.Set;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/**
 * Machines write JSON and are known by their tokens, so the API's writes carry no CSRF token. Therefore nothing but a form,
 * whose CSRF token is checked, may write anywhere else: a page of another site could send plain text with a person's cookie.
 */
@Provider
public class JsonWrites implements ContainerRequestFilter {
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    public void filter(ContainerRequestContext request) {
        if (!READS.contains(request.getMethod()) && !isApi(request) && !isForm(request.getMediaType())) {
            request.abortWith(Response.status(Response.Status.UNSUPPORTED_MEDIA_TYPE).build());
        }
    }

    private static boolean isApi(ContainerRequestContext request) {
        return request.getUriInfo().getPath().startsWith("/api/v1/");
    }

    private static boolean isForm(MediaType type) {
        return type != null && (type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)
                || type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE));
    }
}
