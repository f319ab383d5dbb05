package io.flotilla.portal.request;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.flotilla.base.access.Person;
import io.flotilla.base.page.Links;
import io.flotilla.base.page.Visitor;
import io.flotilla.portal.request.Desk.Outcome;
import io.flotilla.portal.request.rule.AccessRequest;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** Where requests are decided. */
@Path("/requests")
@Produces(MediaType.TEXT_HTML)
public class QueueResource {
    private static final int LONGEST_WORD = 300;
    private static final Map<String, Optional<Duration>> LENGTHS = Map.of("7d", Optional.of(Duration.ofDays(7)), "30d",
            Optional.of(Duration.ofDays(30)), "90d", Optional.of(Duration.ofDays(90)), "365d",
            Optional.of(Duration.ofDays(365)), "always", Optional.empty());

    private final Visitor visitor;
    private final Queue queue;
    private final Desk desk;
    private final Links links;

    QueueResource(Visitor visitor, Queue queue, Desk desk, Links links) {
        this.visitor = visitor;
        this.queue = queue;
        this.desk = desk;
        this.links = links;
    }

    /** @param tone {@code success} or {@code warning} */
    public record Notice(String tone, String text) {}

    @CheckedTemplate(basePath = "request")
    static class Templates {
        static native TemplateInstance queue(Queue.Sheet sheet, Optional<Notice> notice);
    }

    /** @param done what has just been decided */
    @GET
    public TemplateInstance show(@RestQuery String done) {
        return Templates.queue(queue.of(person()), notice(done));
    }

    @POST
    @Path("/{id}/approval")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response approve(String id, @RestForm String length, @RestForm String word) {
        if (length == null || !LENGTHS.containsKey(length)) {
            throw new BadRequestException();
        }
        return answer(desk.approve(person(), id, LENGTHS.get(length), cleaned(word)), "approved");
    }

    @POST
    @Path("/{id}/refusal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response refuse(String id, @RestForm String word) {
        var why = cleaned(word);
        return why.isEmpty()
                ? problem(422, "Say why, in a word: it goes to the person who asked.")
                : answer(desk.refuse(person(), id, why), "refused");
    }

    private Response answer(Outcome outcome, String done) {
        if (outcome instanceof Outcome.TooLate late) {
            return problem(409, late(late.request()));
        }
        return outcome instanceof Outcome.Not not
                ? problem(403, not.why())
                : Response.seeOther(links.redirect("/requests?done=" + done)).build();
    }

    private Response problem(int status, String why) {
        return Response.status(status)
                .entity(Templates.queue(queue.of(person()), Optional.of(new Notice("warning", why))).render()).build();
    }

    private static String late(AccessRequest request) {
        return request.verdict()
                .map(verdict -> "%s was first: the request of %s is %s already.".formatted(verdict.byName(),
                        request.asker().name(),
                        request.state() == AccessRequest.State.REFUSED ? "refused" : "approved"))
                .orElse("The request of %s has ended meanwhile.".formatted(request.asker().name()));
    }

    private static Optional<Notice> notice(String done) {
        return switch (done == null ? "" : done) {
            case "approved" -> Optional.of(new Notice("success", "Approved. They are in, and are told by mail."));
            case "refused" -> Optional.of(new Notice("success", "Refused. They are told by mail, with your word."));
            default -> Optional.empty();
        };
    }

    private static String cleaned(String word) {
        var line = word == null ? "" : word.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST_WORD
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_WORD));
    }

    private Person person() {
        return visitor.person().orElseThrow(() -> new IllegalStateException("the portal is behind sign-in"));
    }
}
