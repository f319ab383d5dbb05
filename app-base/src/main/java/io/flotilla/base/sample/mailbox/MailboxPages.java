package io.flotilla.base.sample.mailbox;

import java.io.IOException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestQuery;

/** The mailbox in the browser: its list, and each mail as its reader would see it. */
@ApplicationScoped
@IfBuildProperty(name = "quarkus.application.name", stringValue = "app-base")
public class MailboxPages {
    /** A mail may bring any HTML: nothing in it runs, nothing is loaded from elsewhere, its links open a new tab. */
    private static final String CAGE = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; "
            + "sandbox allow-popups allow-popups-to-escape-sandbox";

    private final Mailbox mailbox;

    MailboxPages(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @CheckedTemplate(basePath = "sample")
    static class Templates {
        static native TemplateInstance mailbox(List<StoredMail> mails, int port);

        static native TemplateInstance mail(StoredMail mail, MailContent content);
    }

    @GET
    public TemplateInstance list() {
        return Templates.mailbox(mailbox.store().mails(), mailbox.port());
    }

    /** The list again, if it has changed since its reader saw {@code newest} at its top. */
    @GET
    @Path("news")
    public Response news(@RestQuery @DefaultValue("") String newest) {
        var mails = mailbox.store().mails();
        var same = mails.isEmpty() ? newest.isEmpty() : mails.get(0).id().equals(newest);
        return same
                ? Response.noContent().build()
                : Response.ok(Templates.mailbox(mails, mailbox.port())).type("text/html").build();
    }

    @GET
    @Path("mails/{id}")
    public TemplateInstance mail(@PathParam("id") String id) throws IOException {
        var mail = find(id);
        return Templates.mail(mail, MailContent.read(mailbox.store().raw(mail)));
    }

    @GET
    @Path("mails/{id}/html")
    public Response html(@PathParam("id") String id) throws IOException {
        var html = MailContent.read(mailbox.store().raw(find(id))).html().orElseThrow(NotFoundException::new);
        return Response.ok(linksInNewTabs(html)).type("text/html; charset=utf-8")
                .header("Content-Security-Policy", CAGE).build();
    }

    @GET
    @Path("mails/{id}/raw")
    public Response raw(@PathParam("id") String id) throws IOException {
        return Response.ok(mailbox.store().raw(find(id))).type("message/rfc822")
                .header("Content-Disposition", "attachment; filename=\"%s.eml\"".formatted(id)).build();
    }

    private StoredMail find(String id) {
        return mailbox.store().find(id).orElseThrow(NotFoundException::new);
    }

    private static String linksInNewTabs(String html) {
        return html.replaceFirst("(?i)<head[^>]*>", "$0<base target=\"_blank\">");
    }
}
