package io.flotilla.base.page.error;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.security.ForbiddenException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Answers what a resource throws. Failures of sign-in are left to Quarkus, which knows how to ask for one. Public, because what Quarkus
 * makes of it in a dashboard that has app-base as a library is another class loader's.
 */
public class ErrorMappers {
    private final ErrorAnswers answers;

    ErrorMappers(ErrorAnswers answers) {
        this.answers = answers;
    }

    @ServerExceptionMapper
    public Response refused(WebApplicationException refusal, HttpServerRequest request) {
        var response = refusal.getResponse();
        if (response.hasEntity() || response.getStatus() < 400) {
            return response;
        }
        return response.getStatus() >= 500
                ? failed(refusal, response.getStatus(), request)
                : respond(ErrorPage.of(response.getStatus()), request);
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException forbidden, HttpServerRequest request) {
        return respond(ErrorPage.of(403), request);
    }

    @ServerExceptionMapper
    public Response failed(Throwable failure, HttpServerRequest request) {
        return failed(failure, 500, request);
    }

    /** Filters refuse without a word: the check of a form's token (400) above all. */
    @ServerResponseFilter
    public void unexplained(ContainerResponseContext response, HttpServerRequest request) {
        if (response.getStatus() < 400 || response.hasEntity() || request.method().equals(HttpMethod.HEAD)) {
            return;
        }
        var form = response.getStatus() == 400 && request.method().equals(HttpMethod.POST);
        var answer = answers.answer(form ? ErrorPage.formTooOld() : ErrorPage.of(response.getStatus()), request);
        response.setEntity(answer.body(), null, MediaType.valueOf(answer.type()));
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private Response failed(Throwable failure, int status, HttpServerRequest request) {
        var id = FailureLog.write(request.method().name(), request.path(), failure);
        return respond(ErrorPage.of(status).logged(id), request);
    }

    private Response respond(ErrorPage error, HttpServerRequest request) {
        var answer = answers.answer(error, request);
        return Response.status(answer.status()).type(answer.type()).header("Cache-Control", "no-store")
                .entity(answer.body()).build();
    }
}
