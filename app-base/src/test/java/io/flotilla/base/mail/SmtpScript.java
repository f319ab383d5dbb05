package io.flotilla.base.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An SMTP server with a bad day: it answers a command (or {@code GREETING}, or {@code BODY} for the end of the message)
 * as it is told to, and everything else as it should. {@link #SILENCE} stalls, {@link #HANG_UP} drops the connection.
 */
final class SmtpScript implements AutoCloseable {
    static final String SILENCE = "silence";
    static final String HANG_UP = "hang up";

    private final ServerSocket listener;
    private final Map<String, String> answers;
    private final List<String> taken = new CopyOnWriteArrayList<>();

    SmtpScript(Map<String, String> answers) throws IOException {
        this.answers = answers;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var thread = new Thread(this::serve, "smtp");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listener.getLocalPort();
    }

    /** The messages that came in whole, whatever was answered. */
    List<String> taken() {
        return taken;
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (var socket = listener.accept()) {
                converse(socket);
            } catch (IOException e) {
                // The client went away, or the test is over.
            }
        }
    }

    private void converse(Socket socket) throws IOException {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        var out = socket.getOutputStream();
        var open = answer("GREETING", "220 script ESMTP", in, out);
        for (var line = in.readLine(); open && line != null; line = in.readLine()) {
            var command = line.split("[ :]")[0].toUpperCase();
            open = switch (command) {
                case "DATA" -> answer("DATA", "354 go on", in, out)
                        && (answers.containsKey("DATA") || body(in, out));
                case "QUIT" -> answer("QUIT", "221 bye", in, out) && false;
                default -> answer(command, "250 fine", in, out);
            };
        }
    }

    private boolean body(BufferedReader in, OutputStream out) throws IOException {
        var message = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            message.append(line).append('\n');
        }
        taken.add(message.toString());
        return answer("BODY", "250 taken", in, out);
    }

    private boolean answer(String command, String usual, BufferedReader in, OutputStream out) throws IOException {
        var answer = answers.getOrDefault(command, usual);
        if (answer.equals(HANG_UP)) {
            return false;
        }
        if (answer.equals(SILENCE)) {
            in.read(); // until the client gives up
            return false;
        }
        out.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        return true;
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
