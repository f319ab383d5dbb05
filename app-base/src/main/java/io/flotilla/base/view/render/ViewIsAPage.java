package io.flotilla.base.view.render;

import java.nio.charset.StandardCharsets;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;

import io.flotilla.base.view.View;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Makes a {@link View} a page whatever the client says it takes, as RFC 9110 (section 12.5.1) leaves to a server, so that a
 * resource need not say so: it would else be written as JSON for whoever takes anything.
 */
public class ViewIsAPage {
    private static final MediaType PAGE = MediaType.TEXT_HTML_TYPE.withCharset(StandardCharsets.UTF_8.name());

    @ServerResponseFilter
    public void say(ContainerResponseContext response) {
        if (response.getEntity() instanceof View view) {
            response.setEntity(view, response.getEntityAnnotations(), PAGE);
        }
    }
}
