package io.flotilla.base.page.error;

import java.util.LinkedHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.flotilla.base.page.Shell;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;

/** Puts an error as its asker reads it: a page for a browser, a fragment for htmx, problem details (RFC 9457) for programs. */
@ApplicationScoped
class ErrorAnswers {
    private final Shell shell;

    ErrorAnswers(Shell shell) {
        this.shell = shell;
    }

    @CheckedTemplate(basePath = "base/error")
    static class Templates {
        static native TemplateInstance inShell(ErrorPage error);

        static native TemplateInstance standalone(ErrorPage error);

        static native TemplateInstance fragment(ErrorPage error);
    }

    Answer answer(ErrorPage error, HttpServerRequest request) {
        if ("true".equals(request.getHeader("HX-Request"))) {
            return html(error, Templates.fragment(error));
        }
        var accept = request.getHeader("Accept");
        if (accept != null && accept.contains("text/html")) {
            return html(error, shell.person() == null ? Templates.standalone(error) : Templates.inShell(error));
        }
        return new Answer(error.status(), "application/problem+json", problem(error));
    }

    private static Answer html(ErrorPage error, TemplateInstance template) {
        return new Answer(error.status(), "text/html; charset=utf-8", template.render());
    }

    private static String problem(ErrorPage error) {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "about:blank");
        problem.put("title", error.title());
        problem.put("status", error.status());
        problem.put("detail", error.advice());
        error.id().ifPresent(id -> problem.put("id", id));
        if (!error.missing().isEmpty()) {
            problem.put("missing", error.missing().stream().map(MissingGroup::name).toList());
        }
        error.ask().ifPresent(ask -> problem.put("ask", ask));
        return new JsonObject(problem).encode();
    }
}
