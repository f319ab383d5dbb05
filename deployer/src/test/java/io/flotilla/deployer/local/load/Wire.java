package io.flotilla.deployer.local.load;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * One connection of a client that never retries: HTTP/1.1 as it goes over the wire, kept alive from request to request. A
 * reset, an end before the body is whole, and an answer that is none are {@link IOException}s.
 */
final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;
    private static final int LONGEST_LINE = 64 * 1024;

    private final String headers;
    private final Socket socket = new Socket();
    private final InputStream in;
    private boolean chunked;
    private long length;
    private boolean closing;

    /** @param headers further ones to send, each with its line's end */
    Wire(int port, String headers) throws IOException {
        this.headers = "Host: localhost:%d\r\nAccept: */*\r\n%s".formatted(port, headers);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** Sends a GET and reads the head of the answer. */
    int ask(String path) throws IOException {
        socket.getOutputStream().write("GET %s HTTP/1.1\r\n%s\r\n".formatted(path, headers)
                .getBytes(StandardCharsets.US_ASCII));
        var status = Integer.parseInt(line().split(" ")[1]);
        chunked = false;
        length = 0;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var colon = header.indexOf(':');
            var value = header.substring(colon + 1).strip();
            switch (header.substring(0, colon).toLowerCase(java.util.Locale.ROOT)) {
                case "content-length" -> length = Long.parseLong(value);
                case "transfer-encoding" -> chunked = value.equalsIgnoreCase("chunked");
                case "connection" -> closing = value.equalsIgnoreCase("close");
                default -> {
                    // of no consequence for where the body ends
                }
            }
        }
        return status;
    }

    /** The whole body; an {@link EOFException} if it is cut off. */
    byte[] body() throws IOException {
        if (!chunked) {
            return exactly(length);
        }
        var whole = new java.io.ByteArrayOutputStream();
        for (var chunk = chunk(); chunk.length > 0; chunk = chunk()) {
            whole.write(chunk);
        }
        return whole.toByteArray();
    }

    /** The next part of a chunked body; empty at its end. */
    byte[] chunk() throws IOException {
        var size = Integer.parseInt(line(), 16);
        var chunk = exactly(size);
        line();
        return chunk;
    }

    private byte[] exactly(long count) throws IOException {
        var bytes = in.readNBytes((int) count);
        if (bytes.length < count) {
            throw new EOFException("%d of %d bytes came".formatted(bytes.length, count));
        }
        return bytes;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.length() > LONGEST_LINE) {
                throw new EOFException("the connection ended within a line");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    /** Whether the next request needs another connection, because the server said so. */
    boolean isOver() {
        return closing;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
