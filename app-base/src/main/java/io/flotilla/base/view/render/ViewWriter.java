package io.flotilla.base.view.render;

import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Optional;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;

import io.flotilla.base.page.Links;
import io.flotilla.base.view.View;
import io.flotilla.base.view.download.Download;
import io.flotilla.base.view.filter.Query;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Answers a resource that returns a {@link View}. */
@Provider
@Produces(MediaType.TEXT_HTML)
public class ViewWriter implements ServerMessageBodyWriter<View> {
    private final Views views;
    private final Links links;
    private final CurrentVertxRequest current;

    ViewWriter(Views views, Links links, CurrentVertxRequest current) {
        this.views = views;
        this.links = links;
        this.current = current;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, ResteasyReactiveResourceInfo target,
            MediaType mediaType) {
        return type == View.class;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == View.class;
    }

    @Override
    public void writeResponse(View view, Type genericType, ServerRequestContext context) {
        var request = current.getCurrent().request();
        var asked = asked(request);
        var response = context.serverResponse();
        var wanted = asked.parameters().last(Asked.DOWNLOAD);
        if (wanted.isPresent()) {
            download(view, asked, wanted.get(), context);
            return;
        }
        response.setResponseHeader("Vary", "HX-Request");
        if (!"true".equals(request.getHeader("HX-Request"))) {
            response.end(views.page(view, asked));
            return;
        }
        if (asked.only().isEmpty()) {
            var address = asked.canonical(view);
            var shown = request.getHeader("HX-Current-URL");
            response.setResponseHeader("HX-Push-Url", shown != null && shown.endsWith(address) ? "false" : address);
        }
        response.end(views.update(view, asked));
    }

    private static void download(View view, Asked asked, String wanted, ServerRequestContext context) {
        int dot = wanted.lastIndexOf('.');
        var name = wanted.substring(0, Math.max(0, dot));
        var file = Ids.find(view, asked.parameters(), name)
                .flatMap(part -> Download.of(part, name, wanted.substring(dot + 1), asked.parameters()))
                .orElseThrow(NotFoundException::new);
        // The response has the resource's own type by now, which Quarkus REST writes last of all.
        ((ResteasyReactiveRequestContext) context).getResponse().get().getHeaders().putSingle("Content-Type",
                file.type());
        context.serverResponse().setResponseHeader("Content-Disposition", file.disposition());
        context.serverResponse().end(file.bytes());
    }

    private Asked asked(HttpServerRequest request) {
        var parameters = Query.of(request.query()).parameters();
        return new Asked(links.to(request.path()), parameters,
                Asked.known(request.getHeader("View-Parts")),
                Optional.ofNullable(request.getHeader("View-Part")), parameters.last(Asked.WAIT).isPresent());
    }

    @Override
    public void writeTo(View view, Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType,
            MultivaluedMap<String, Object> headers, OutputStream out) {
        throw new WebApplicationException("a view is written only by this program's own server");
    }
}
