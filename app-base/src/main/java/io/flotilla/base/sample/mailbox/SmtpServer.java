package io.flotilla.base.sample.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.server.SMTPServer;

/** Takes mail on loopback and says so only when it is kept. */
final class SmtpServer implements AutoCloseable {
    private static final int LARGEST_MAIL = 10 * 1024 * 1024;

    private final SMTPServer server;

    private SmtpServer(SMTPServer server) {
        this.server = server;
    }

    static SmtpServer start(int port, MailStore store) {
        var server = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .softwareName("Flotilla mailbox")
                .maxMessageSize(LARGEST_MAIL)
                .maxConnections(50)
                .connectionTimeout(1, TimeUnit.MINUTES)
                .messageHandlerFactory(context -> new Delivery(store))
                .build();
        server.start();
        return new SmtpServer(server);
    }

    int port() {
        return server.getPortAllocated();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static final class Delivery implements MessageHandler {
        private final MailStore store;
        private final List<String> to = new ArrayList<>();
        private String from = "";

        Delivery(MailStore store) {
            this.store = store;
        }

        @Override
        public void from(String sender) {
            from = sender;
        }

        @Override
        public void recipient(String recipient) {
            to.add(recipient);
        }

        @Override
        public String data(InputStream data) throws IOException {
            return "kept as " + store.add(from, List.copyOf(to), data.readAllBytes()).id();
        }

        @Override
        public void done() {
            // nothing is held between mails
        }
    }
}
