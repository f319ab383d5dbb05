package io.flotilla.base.noticeboard;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * As much of S3 as a noticeboard uses, with the conditional requests as Amazon documents them (the well-known emulators
 * ignore If-Match on PUT), and with the faults a test asks for. One bucket, named {@code board}; path-style addresses.
 */
public final class S3Server implements AutoCloseable {
    private static final int PAGE = 10;

    private final HttpServer http;
    private final TreeMap<String, byte[]> objects = new TreeMap<>();
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();

    /** What happens to one request that writes. */
    public enum Fault {
        /** 409: it met another request under way and did nothing. */
        CONFLICT,
        /** 500, having done nothing. */
        FAILED,
        /** 500, having done what was asked. */
        DONE_BUT_FAILED,
        /** Done, but the connection ends without an answer. */
        DONE_BUT_SILENT,
        /** No answer until the server is closed. */
        HANGS
    }

    record Answer(int status, Map<String, String> headers, byte[] body) {
        static Answer error(int status, String code) {
            String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>%s</Code><Message>%s</Message></Error>"
                    .formatted(code, code);
            return new Answer(status, Map.of("Content-Type", "application/xml"), xml.getBytes(UTF_8));
        }
    }

    public S3Server() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(Executors.newCachedThreadPool());
        http.createContext("/", this::serve);
        http.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    /** The next requests that write meet these faults, one each. */
    public void next(Fault... then) {
        faults.addAll(List.of(then));
    }

    /** How many faults nobody has met yet. */
    public int waiting() {
        return faults.size();
    }

    public void put(String key, String body) {
        synchronized (objects) {
            objects.put(key, body.getBytes(UTF_8));
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        boolean writes = exchange.getRequestMethod().matches("PUT|DELETE");
        byte[] body = body(exchange);
        Fault fault = writes ? faults.poll() : null;
        if (fault == Fault.HANGS) {
            return;
        }
        Answer answer = fault == Fault.CONFLICT
                ? Answer.error(409, "ConditionalRequestConflict")
                : fault == Fault.FAILED ? Answer.error(500, "InternalError") : answer(exchange, body);
        if (fault == Fault.DONE_BUT_SILENT) {
            exchange.close();
            return;
        }
        send(exchange, fault == Fault.DONE_BUT_FAILED ? Answer.error(500, "InternalError") : answer);
    }

    private Answer answer(HttpExchange exchange, byte[] body) {
        String[] path = exchange.getRequestURI().getPath().split("/", 3);
        if (!path[1].equals("board")) {
            return Answer.error(404, "NoSuchBucket");
        }
        synchronized (objects) {
            if (path.length < 3 || path[2].isEmpty()) {
                return list(query(exchange));
            }
            return switch (exchange.getRequestMethod()) {
                case "GET" -> get(path[2]);
                case "PUT" -> put(path[2], body, exchange);
                case "DELETE" -> delete(path[2], exchange);
                default -> Answer.error(405, "MethodNotAllowed");
            };
        }
    }

    private Answer get(String key) {
        byte[] object = objects.get(key);
        return object == null ? Answer.error(404, "NoSuchKey") : new Answer(200, Map.of("ETag", etag(object)), object);
    }

    private Answer put(String key, byte[] body, HttpExchange exchange) {
        byte[] object = objects.get(key);
        String ifMatch = exchange.getRequestHeaders().getFirst("If-Match");
        if ("*".equals(exchange.getRequestHeaders().getFirst("If-None-Match")) && object != null) {
            return Answer.error(412, "PreconditionFailed");
        }
        if (ifMatch != null && object == null) {
            return Answer.error(404, "NoSuchKey");
        }
        if (ifMatch != null && !ifMatch.equals(etag(object))) {
            return Answer.error(412, "PreconditionFailed");
        }
        objects.put(key, body);
        return new Answer(200, Map.of("ETag", etag(body)), new byte[0]);
    }

    private Answer delete(String key, HttpExchange exchange) {
        byte[] object = objects.get(key);
        String ifMatch = exchange.getRequestHeaders().getFirst("If-Match");
        if (ifMatch != null && object == null) {
            return Answer.error(404, "NoSuchKey");
        }
        if (ifMatch != null && !ifMatch.equals(etag(object))) {
            return Answer.error(412, "PreconditionFailed");
        }
        objects.remove(key);
        return new Answer(204, Map.of(), new byte[0]);
    }

    private Answer list(Map<String, String> query) {
        String after = query.getOrDefault("continuation-token", "");
        List<String> rest = objects.keySet().stream().filter(key -> key.startsWith(query.getOrDefault("prefix", "")))
                .filter(key -> key.compareTo(after) > 0).toList();
        List<String> page = rest.subList(0, Math.min(PAGE, rest.size()));
        boolean more = page.size() < rest.size();
        String contents = page.stream().map(key -> "<Contents><Key>" + key + "</Key></Contents>")
                .collect(Collectors.joining());
        String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ListBucketResult><Name>board</Name><KeyCount>%d</KeyCount>"
                .formatted(page.size()) + "<IsTruncated>" + more + "</IsTruncated>" + contents
                + (more ? "<NextContinuationToken>" + page.get(PAGE - 1) + "</NextContinuationToken>" : "")
                + "</ListBucketResult>";
        return new Answer(200, Map.of("Content-Type", "application/xml"), xml.getBytes(UTF_8));
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new TreeMap<>();
        for (String part : exchange.getRequestURI().getRawQuery().split("&")) {
            String[] pair = part.split("=", 2);
            query.put(pair[0], pair.length > 1 ? URLDecoder.decode(pair[1], UTF_8) : "");
        }
        return query;
    }

    /** Of an object that was stored in one piece and without a key of one's own, the ETag is the MD5. */
    private static String etag(byte[] object) {
        try {
            return '"' + HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(object)) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The client sends its checksum after the body, which then comes in chunks of "size;signature CRLF data CRLF". */
    private static byte[] body(HttpExchange exchange) throws IOException {
        InputStream in = exchange.getRequestBody();
        if (exchange.getRequestHeaders().getFirst("x-amz-decoded-content-length") == null) {
            return in.readAllBytes();
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
            body.write(in.readNBytes(size));
            in.readNBytes(2);
        }
        in.readAllBytes();
        return body.toByteArray();
    }

    private static int chunkSize(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            line.write(next);
        }
        return Integer.parseInt(line.toString(US_ASCII).strip().split(";")[0], 16);
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
        exchange.close();
    }
}
