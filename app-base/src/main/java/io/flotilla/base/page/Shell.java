package io.flotilla.base.page;

import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

import io.flotilla.base.access.Person;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;

/**
 * What the frame around every page shows. A page of any program is a Qute template that begins with
 *
 * <pre>{@code
 * {#include base/shell title="Orders"}
 *   {#crumbs}<li class="breadcrumb-item"><a href="{cdi:links.to('/')}">Sales</a></li>{/crumbs}
 *   {#actions}<a class="btn btn-primary" href="…">New order</a>{/actions}
 *   <p>The page itself.</p>
 * {/include}
 * }</pre>
 *
 * where only {@code title} is required. {@code docs/pages.md} lists the other parts and the tags.
 */
@Named("shell")
@ApplicationScoped
public class Shell {
    private final PageConfig config;
    private final Visitor visitor;
    private final CurrentVertxRequest request;

    Shell(PageConfig config, Visitor visitor, CurrentVertxRequest request) {
        this.config = config;
        this.visitor = visitor;
        this.request = request;
    }

    public String fleet() {
        return config.fleet();
    }

    public String app() {
        return config.title();
    }

    /** The environment as a badge says it; null in production, where a badge would be noise. */
    public String environment() {
        var name = config.environment().toLowerCase(Locale.ROOT);
        return name.equals("prod") ? null : name;
    }

    /** Who is signed in; null for a stranger. */
    public Person person() {
        return visitor.person().orElse(null);
    }

    /** Whether forms can be sent from this page: the CSRF token is there only once a request has reached a resource. */
    public boolean takesForms() {
        var current = request.getCurrent();
        return current != null && current.get("csrf_token") != null;
    }
}
