package io.flotilla.base.mail;

import java.util.LinkedHashMap;
import java.util.List;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/** A real SMTP server that takes every mail. */
public final class MailServer implements AutoCloseable {
    private final GreenMail server;

    private MailServer(int port) {
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    public static MailServer start() {
        return new MailServer(0);
    }

    /** Starts one where another has been, or will be missed. */
    public static MailServer startOn(int port) {
        return new MailServer(port);
    }

    public int port() {
        return server.getSmtp().getPort();
    }

    /** The messages in the order of arrival; one that came twice, as a crash may make it, counts once. */
    public List<MimeMessage> received() {
        var messages = new LinkedHashMap<String, MimeMessage>();
        for (var message : server.getReceivedMessages()) {
            messages.putIfAbsent(header(message, "Message-ID"), message);
        }
        return List.copyOf(messages.values());
    }

    /** How many messages came, those that came twice included. */
    public int deliveries() {
        return server.getReceivedMessages().length;
    }

    public List<String> subjects() {
        return received().stream().map(message -> header(message, "Subject")).toList();
    }

    private static String header(MimeMessage message, String name) {
        try {
            return message.getHeader(name, null);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
