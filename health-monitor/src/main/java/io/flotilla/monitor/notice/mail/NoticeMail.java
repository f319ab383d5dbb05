package io.flotilla.monitor.notice.mail;

import io.flotilla.base.mail.Mail;
import io.flotilla.monitor.notice.Composer;
import io.flotilla.monitor.notice.Notice;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Lays a notice out as a mail: plain text, and HTML that reads well in light, in dark and on a phone. */
public final class NoticeMail implements Composer {
    private final LetterWriter writer;

    /**
     * @param fleet     what the mails are signed with: {@code davinci-labs prod}
     * @param statusUrl the status page
     */
    public NoticeMail(String fleet, String statusUrl) {
        this.writer = new LetterWriter(fleet, statusUrl);
    }

    @Override
    public Mail compose(Notice notice) {
        var letter = writer.write(notice);
        return new Mail("%s <%s>".formatted(phrase(letter.fleet()), notice.sender()), notice.recipient(),
                notice.messageId(), notice.replyTo(), letter.subject(), Templates.text(letter).render(),
                Templates.html(letter).render());
    }

    /** A name as mail headers quote it. */
    private static String phrase(String name) {
        return "\"" + name.replaceAll("[\"\\\\\\p{Cntrl}]", "") + "\"";
    }

    @CheckedTemplate(basePath = "mail")
    static class Templates {
        static native TemplateInstance text(Letter letter);

        static native TemplateInstance html(Letter letter);
    }
}
