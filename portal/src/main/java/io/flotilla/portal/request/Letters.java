package io.flotilla.portal.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.flotilla.base.page.Formats;
import io.flotilla.base.page.Links;
import io.flotilla.portal.fleet.PortalConfig;
import io.flotilla.portal.mail.Outbox;
import io.flotilla.portal.mail.Outbox.Letter;
import io.flotilla.portal.request.rule.AccessRequest;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jdbi.v3.core.Handle;

/** The mails about requests. A link in one only opens a page; the page asks. */
@ApplicationScoped
public class Letters {
    private final Outbox outbox;
    private final PortalConfig config;
    private final Links links;

    Letters(Outbox outbox, PortalConfig config, Links links) {
        this.outbox = outbox;
        this.config = config;
        this.links = links;
    }

    /**
     * One mail, before it is laid out.
     *
     * @param lines   paragraphs
     * @param quote   somebody's own words, or empty
     * @param button  what the link says
     * @param address where it leads
     * @param reason  why the recipient gets it
     */
    public record Words(String subject, List<String> lines, String quote, String button, String address,
            String reason) {}

    @CheckedTemplate(basePath = "letter")
    static class Templates {
        static native TemplateInstance html(Words words);

        static native TemplateInstance text(Words words);
    }

    /** Tells those who decide that somebody asks. */
    void asked(Handle handle, AccessRequest request, String title, Collection<String> deciders, Instant now) {
        var who = request.asker().name();
        var words = new Words("%s asks for access to %s".formatted(who, title),
                List.of("%s%s would like to open %s.".formatted(who,
                        request.asker().email().isBlank() ? "" : " (" + request.asker().email() + ")", title),
                        "If nobody decides, the request ends by itself on %s.".formatted(day(request.lapsesAt()))),
                request.reason(), "Look and decide", address("/requests#request-" + request.id()),
                "You get this because you look after %s, one of its groups, or the fleet.".formatted(title));
        deciders.forEach(recipient -> write(handle, recipient, words, now));
    }

    /** Tells the asker what has become of their request, if it is something to tell, and if they have an address. */
    void tell(Handle handle, AccessRequest request, String title, Instant now) {
        var email = request.asker().email();
        words(request, title).filter(words -> !email.isBlank()).ifPresent(words -> write(handle, email, words, now));
    }

    private Optional<Words> words(AccessRequest request, String title) {
        var page = "/apps/" + request.app() + "/request";
        return switch (request.state()) {
            case GRANTED -> Optional.of(request.warned()
                    ? words("Your access to %s ends on %s".formatted(title, end(request)),
                            List.of("Ask for longer before then if you still need it; there is no gap that way."), "",
                            "Ask for longer", page)
                    : words("%s is open to you".formatted(title), granted(request, title), word(request),
                            "To all your apps", "/?home"));
            case REFUSED -> Optional.of(words("Your request for %s was refused".formatted(title),
                    List.of("%s has refused your request for access to %s.".formatted(by(request), title)),
                    word(request), "See your request", page));
            case LAPSED -> Optional.of(words("Nobody has decided on your request for %s".formatted(title),
                    List.of("Your request of %s has ended, because nobody decided on it in time.".formatted(
                            day(request.askedAt())),
                            "You may ask again, or talk to the people who look after the app."),
                    "", "Ask again", page));
            case ENDED -> Optional.of(words("Your access to %s has ended".formatted(title),
                    List.of("It was granted until %s. You may ask again if you still need it.".formatted(end(request))),
                    "", "Ask again", page));
            default -> Optional.empty();
        };
    }

    private static List<String> granted(AccessRequest request, String title) {
        var lines = new ArrayList<String>();
        lines.add("%s has approved your request for access to %s.".formatted(by(request), title));
        request.until().ifPresent(until -> lines.add("It is open to you until %s.".formatted(day(until))));
        return lines;
    }

    private Words words(String subject, List<String> lines, String quote, String button, String path) {
        return new Words(subject, lines, quote, button, address(path), "You get this because you asked for access.");
    }

    private void write(Handle handle, String recipient, Words words, Instant now) {
        outbox.write(handle, new Letter(recipient, words.subject(), Templates.text(words).render(),
                Templates.html(words).render()), now);
    }

    private String address(String path) {
        return config.origin() + links.to(path);
    }

    private static String by(AccessRequest request) {
        return request.verdict().map(AccessRequest.Verdict::byName).orElse("Somebody");
    }

    private static String word(AccessRequest request) {
        return request.verdict().map(AccessRequest.Verdict::word).orElse("");
    }

    private static String end(AccessRequest request) {
        return request.until().map(Letters::day).orElse("");
    }

    private static String day(Instant instant) {
        return Formats.utc(instant);
    }
}
