package io.flotilla.deployer.console.plan;

import java.util.Optional;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
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

import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.base.page.Links;
import io.flotilla.base.page.Visitor;
import io.flotilla.base.signin.FreshSignIn;
import io.flotilla.deployer.console.live.Fragments;
import io.flotilla.deployer.console.rollout.OpenPlatforms;
import io.flotilla.deployer.terminal.Failure;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;

/** An environment's plan: worked out, shown, confirmed, and carried out while the page watches. */
@Path("/plans/{environment}")
public class PlanPages {
    private final OpenPlatforms platforms;
    private final Drafts drafts;
    private final Visitor visitor;
    private final FreshSignIn freshSignIn;
    private final Links links;

    PlanPages(OpenPlatforms platforms, Drafts drafts, Visitor visitor, FreshSignIn freshSignIn, Links links) {
        this.platforms = platforms;
        this.drafts = drafts;
        this.visitor = visitor;
        this.freshSignIn = freshSignIn;
        this.links = links;
    }

    @CheckedTemplate(basePath = "console")
    static class Templates {
        static native TemplateInstance plan(String environment, Optional<PlanPicture> drawn, String trouble);

        static native TemplateInstance proposal(String environment, Optional<PlanPicture> drawn);

        /**
         * @param removes whether it takes the fleet's name
         * @param lacking why the person must sign in again first; empty if they need not
         */
        static native TemplateInstance application(String environment, String fleet, PlanPicture drawn,
                boolean removes, String lacking, String trouble);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance page(@PathParam("environment") String environment) {
        return Templates.plan(environment, drawn(view(environment)), "");
    }

    /** The plan, each time it changes, as HTML in events named {@code picture}. */
    @GET
    @Path("/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> events(@PathParam("environment") String environment, @Context Sse sse) {
        return Fragments.of(sse, () -> Templates.proposal(environment, drawn(view(environment))).render());
    }

    /** @param prune present if the stacks of apps that left the catalogue are to be removed */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @Blocking
    public Response begin(@PathParam("environment") String environment, @FormParam("prune") Optional<String> prune) {
        var view = view(environment);
        try {
            drafts.begin(view, prune.isPresent(), person());
            return Response.seeOther(links.redirect("/plans/" + environment)).build();
        } catch (Failure refused) {
            return answer(Response.Status.CONFLICT,
                    Templates.plan(environment, drawn(view), refused.getMessage()));
        }
    }

    @GET
    @Path("/{id}/apply")
    @Produces(MediaType.TEXT_HTML)
    public Response confirm(@PathParam("environment") String environment, @PathParam("id") String id) {
        var view = view(environment);
        return drafts.of(view.environment().name()).filter(draft -> draft.id().equals(id) && draft.canBeApplied())
                .map(draft -> Response.ok(application(view, draft, "").render()).build())
                .orElseGet(() -> answer(Response.Status.CONFLICT, Templates.plan(environment, drawn(view),
                        "the plan that you saw is not the newest, or is done; nothing was done")));
    }

    /** @param fleet the fleet's name, if the plan removes something */
    @POST
    @Path("/{id}/apply")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @Blocking
    public Response apply(@PathParam("environment") String environment, @PathParam("id") String id,
            @FormParam("fleet") Optional<String> fleet) {
        var view = view(environment);
        var draft = drafts.of(view.environment().name()).filter(there -> there.id().equals(id));
        try {
            if (draft.isPresent() && freshSignIn.lacking().isPresent()) {
                return answer(Response.Status.FORBIDDEN, application(view, draft.get(), ""));
            } else if (draft.filter(Draft::removes).isPresent()
                    && !fleet.equals(Optional.of(view.catalogue().fleet()))) {
                return answer(Response.Status.CONFLICT, application(view, draft.get(),
                        "That is not the name of this fleet; nothing was done."));
            }
            drafts.apply(view.environment().name(), id, person());
            return Response.seeOther(links.redirect("/plans/" + environment)).build();
        } catch (Failure refused) {
            return answer(Response.Status.CONFLICT,
                    Templates.plan(environment, drawn(view), refused.getMessage()));
        }
    }

    private TemplateInstance application(EnvironmentView view, Draft draft, String trouble) {
        return Templates.application(view.environment().name().key(), view.catalogue().fleet(),
                PlanPicture.of(draft), draft.removes(), freshSignIn.lacking().orElse(""), trouble);
    }

    private static Response answer(Response.Status status, TemplateInstance page) {
        return Response.status(status).entity(page.render()).build();
    }

    private Optional<PlanPicture> drawn(EnvironmentView view) {
        return drafts.of(view.environment().name()).map(PlanPicture::of);
    }

    private EnvironmentView view(String environment) {
        return platforms.view(environment).orElseThrow(NotFoundException::new);
    }

    private String person() {
        return visitor.person().map(person -> person.email().isEmpty() ? person.name() : person.email())
                .orElseThrow(() -> new IllegalStateException("the console is behind sign-in"));
    }
}
