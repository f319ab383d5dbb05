package io.flotilla.deployer.console.rollout;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.base.noticeboard.Noticeboard;
import io.flotilla.base.noticeboard.posting.RolloutPosting;
import io.flotilla.base.page.Links;
import io.flotilla.base.page.Visitor;
import io.flotilla.base.signin.FreshSignIn;
import io.flotilla.deployer.console.live.Fragments;
import io.flotilla.deployer.journal.History;
import io.flotilla.deployer.journal.Journal;
import io.flotilla.deployer.journal.Requests.Kind;
import io.flotilla.deployer.release.Person;
import io.flotilla.deployer.release.Release;
import io.flotilla.deployer.release.Wishes;
import io.flotilla.deployer.terminal.Failure;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;

/** An app's page: its rollout as it goes on, its history, and the few things that a person can do about it. */
@Path("/apps/{environment}/{app}")
public class RolloutPages {
    private final OpenPlatforms platforms;
    private final Work work;
    private final Visitor visitor;
    private final FreshSignIn freshSignIn;
    private final Links links;

    RolloutPages(OpenPlatforms platforms, Work work, Visitor visitor, FreshSignIn freshSignIn, Links links) {
        this.platforms = platforms;
        this.work = work;
        this.visitor = visitor;
        this.freshSignIn = freshSignIn;
        this.links = links;
    }

    @CheckedTemplate(basePath = "console")
    static class Templates {
        static native TemplateInstance app(Place place, Optional<Picture> picture, List<Picture.Past> past,
                String trouble);

        static native TemplateInstance picture(Place place, Optional<Picture> picture, List<Picture.Past> past);

        /** @param lacking why the person must sign in again first; empty if they need not */
        static native TemplateInstance confirm(Place place, Action action, String lacking, String trouble);
    }

    /** The app that a page is about. */
    public record Place(String environment, String app, String title, String url) {
        public String path() {
            return "/apps/%s/%s".formatted(environment, app);
        }

        public String pathOf(Action action) {
            return path() + "/" + action.key();
        }
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance page(@PathParam("environment") String environment, @PathParam("app") String app) {
        var view = view(environment, app);
        var place = place(view, app);
        try {
            var board = platforms.of(view).noticeboard();
            return Templates.app(place, picture(board, app), past(board, app), "");
        } catch (Failure | UncheckedIOException trouble) {
            return Templates.app(place, Optional.empty(), List.of(), trouble.getMessage());
        }
    }

    /** The picture, each time it changes, as HTML in events named {@code picture}; a comment when nothing did for a while. */
    @GET
    @Path("/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> events(@PathParam("environment") String environment, @PathParam("app") String app,
            @Context Sse sse) {
        return Fragments.of(sse, () -> fragment(environment, app));
    }

    private String fragment(String environment, String app) {
        var view = view(environment, app);
        var board = platforms.of(view).noticeboard();
        return Templates.picture(place(view, app), picture(board, app), past(board, app)).render();
    }

    @GET
    @Path("/{action:abort|approve|resume|rollback|rollout}")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance confirm(@PathParam("environment") String environment, @PathParam("app") String app,
            @PathParam("action") String action) {
        var wanted = Action.named(action);
        return Templates.confirm(place(view(environment, app), app), wanted, lacking(wanted), "");
    }

    @POST
    @Path("/{action:abort|approve|resume|rollback|rollout}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @Blocking
    public Response act(@PathParam("environment") String environment, @PathParam("app") String app,
            @PathParam("action") String name) {
        var view = view(environment, app);
        var action = Action.named(name);
        var lacking = lacking(action);
        if (!lacking.isEmpty()) {
            return answer(Response.Status.FORBIDDEN, Templates.confirm(place(view, app), action, lacking, ""));
        }
        try {
            carryOut(action, view, view.app(app).orElseThrow());
            return Response.seeOther(links.redirect(place(view, app).path())).build();
        } catch (Failure refused) {
            return answer(Response.Status.CONFLICT,
                    Templates.confirm(place(view, app), action, "", refused.getMessage()));
        }
    }

    private static Response answer(Response.Status status, TemplateInstance page) {
        return Response.status(status).entity(page.render()).build();
    }

    private String lacking(Action action) {
        return action.needsFreshSignIn() ? freshSignIn.lacking().orElse("") : "";
    }

    private void carryOut(Action action, EnvironmentView view, App app) {
        var release = new Release(view, app, platforms.of(view), Person.named(person()));
        switch (action) {
            case ABORT -> release.ask(Kind.ABORT);
            case APPROVE -> release.ask(Kind.APPROVE);
            case RESUME -> work.begin(release, Release::resume);
            case ROLLOUT -> work.begin(release, (one, listener) -> one.forward(Wishes.USUAL, listener));
            case ROLLBACK -> work.begin(release, (one, listener) -> one.isUnfinished()
                    ? one.rollBack(listener)
                    : one.back(Optional.empty(), Wishes.USUAL, listener));
        }
    }

    private String person() {
        return visitor.person().map(person -> person.email().isEmpty() ? person.name() : person.email())
                .orElseThrow(() -> new IllegalStateException("the console is behind sign-in"));
    }

    private EnvironmentView view(String environment, String app) {
        return platforms.view(environment).filter(view -> view.app(app).isPresent())
                .orElseThrow(NotFoundException::new);
    }

    private static Place place(EnvironmentView view, String app) {
        var found = view.app(app).orElseThrow();
        return new Place(view.environment().name().key(), app, found.title(), view.url(found));
    }

    private static Optional<Picture> picture(Noticeboard board, String app) {
        return Picture.of(Journal.read(board, app), RolloutPosting.read(board, app), Instant.now());
    }

    private static List<Picture.Past> past(Noticeboard board, String app) {
        return new History(board, app).rollouts().stream().map(Picture.Past::of).toList();
    }
}
