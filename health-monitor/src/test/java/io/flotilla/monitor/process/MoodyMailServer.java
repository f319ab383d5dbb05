package io.flotilla.monitor.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import io.flotilla.base.mail.MailServer;

/**
 * A real mail server behind a line that has a bad day: it treats each connection in the next of its {@link Mood moods}, until
 * it is told to be well.
 */
final class MoodyMailServer implements AutoCloseable {
    private static final String END_OF_MAIL = "\r\n.\r\n";

    /** What may go wrong, in the order in which it does. */
    enum Mood {
        /** It greets with 421 and hangs up. */
        REFUSES,
        /** It takes the connection and never says a word. */
        STALLS,
        /** It hangs up in the middle of a mail. */
        DROPS,
        /** It takes the mail for good, and hangs up before it says so. */
        DROPS_THE_ANSWER,
        WELL
    }

    private final MailServer server = MailServer.start();
    private final ServerSocket door;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile boolean well;

    MoodyMailServer() throws IOException {
        door = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        threads.execute(this::welcome);
    }

    int port() {
        return door.getLocalPort();
    }

    /** How many there have been so far. */
    int connections() {
        return connections.get();
    }

    void getWell() {
        well = true;
    }

    MailServer server() {
        return server;
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                open.add(client);
                var mood = Mood.values()[connections.getAndIncrement() % Mood.values().length];
                threads.execute(() -> treat(client, well ? Mood.WELL : mood));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void treat(Socket client, Mood mood) {
        try {
            switch (mood) {
                case REFUSES -> {
                    client.getOutputStream().write("421 not now\r\n".getBytes(StandardCharsets.US_ASCII));
                    client.close();
                }
                case STALLS -> client.getInputStream().read();
                default -> passOn(client, mood);
            }
        } catch (IOException gone) {
            // Whoever was killed hangs up without a word.
        }
    }

    private void passOn(Socket client, Mood mood) throws IOException {
        var there = new Socket(InetAddress.getByName("127.0.0.1"), server.port());
        open.add(there);
        var answers = threads.submit(() -> {
            copy(there.getInputStream(), client.getOutputStream(), mood);
            client.close();
            return null;
        });
        var mail = client.getInputStream();
        var out = there.getOutputStream();
        var buffer = new byte[8192];
        var tail = "";
        for (int read; (read = mail.read(buffer)) >= 0;) {
            tail += new String(buffer, 0, read, StandardCharsets.US_ASCII);
            if (mood == Mood.DROPS && tail.endsWith(END_OF_MAIL)) {
                break;
            }
            tail = tail.substring(Math.max(0, tail.length() - END_OF_MAIL.length()));
            out.write(buffer, 0, read);
        }
        there.close();
        client.close();
        answers.cancel(true);
    }

    /** Passes answers on; in a bad mood, all but the one to the whole mail, which is the second 250 after 354. */
    private static void copy(InputStream from, OutputStream to, Mood mood) throws IOException {
        var data = false;
        var buffer = new byte[8192];
        for (int read; (read = from.read(buffer)) >= 0;) {
            var answer = new String(buffer, 0, read, StandardCharsets.US_ASCII);
            if (mood == Mood.DROPS_THE_ANSWER && data && answer.startsWith("250")) {
                return;
            }
            data = data || answer.contains("354 ");
            to.write(buffer, 0, read);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
            for (var socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
            server.close();
        }
    }
}
