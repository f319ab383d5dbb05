package io.flotilla.base.sample.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.util.List;

/** Says SMTP word by word, as a mail client would. */
final class SmtpDialogue implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader answers;

    SmtpDialogue(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(20_000);
        answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        answer();
        say("EHLO test");
    }

    static String send(int port, String from, List<String> to, String mail) throws IOException {
        try (var dialogue = new SmtpDialogue(port)) {
            dialogue.say("MAIL FROM:<" + from + ">");
            for (var recipient : to) {
                dialogue.say("RCPT TO:<" + recipient + ">");
            }
            dialogue.say("DATA");
            return dialogue.say(mail.replace("\n", "\r\n") + "\r\n.");
        }
    }

    /** The last line of the answer. */
    String say(String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(UTF_8));
        return answer();
    }

    private String answer() throws IOException {
        var line = answers.readLine();
        while (line != null && line.length() > 3 && line.charAt(3) == '-') {
            line = answers.readLine();
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
