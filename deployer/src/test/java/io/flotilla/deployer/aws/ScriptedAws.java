package io.flotilla.deployer.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.flotilla.deployer.aws.client.Aws;
import io.flotilla.deployer.aws.client.Pause;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * A server that speaks AWS's query protocol and says what it was told to: for each action one answer after the other, the last
 * one again and again. For what the emulator does not do: work in progress, rollbacks, throttling, draining.
 */
public final class ScriptedAws implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Deque<Answer>> script = new ConcurrentHashMap<>();
    private final List<Map<String, String>> calls = Collections.synchronizedList(new ArrayList<>());
    public final Aws aws;
    private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

    private record Answer(int status, String body) {}

    public ScriptedAws() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task, "scripted AWS");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
        aws = new Aws("us-east-1", Optional.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort())),
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")), List.of());
    }

    /** The next answer to an action: what stands inside its result. */
    public ScriptedAws on(String action, String... results) {
        for (var result : results) {
            add(action, new Answer(200,
                    "<%1$sResponse><%1$sResult>%2$s</%1$sResult></%1$sResponse>".formatted(action, result)));
        }
        return this;
    }

    /** The next answer to an action of EC2, which has no result element. */
    public ScriptedAws onEc2(String action, String... results) {
        for (var result : results) {
            add(action, new Answer(200, "<%1$sResponse>%2$s</%1$sResponse>".formatted(action, result)));
        }
        return this;
    }

    public ScriptedAws fails(String action, String code, String message) {
        add(action,
                new Answer(400, ("<ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error>"
                        + "</ErrorResponse>").formatted(code, message)));
        return this;
    }

    public ScriptedAws failsEc2(String action, String code, String message) {
        add(action,
                new Answer(400,
                        "<Response><Errors><Error><Code>%s</Code><Message>%s</Message></Error></Errors></Response>"
                                .formatted(code, message)));
        return this;
    }

    private void add(String action, Answer answer) {
        script.computeIfAbsent(action, none -> new ArrayDeque<>()).add(answer);
    }

    /** The actions that were asked for, in order. */
    public List<String> actions() {
        return List.copyOf(calls).stream().map(call -> call.get("Action")).toList();
    }

    /** The parameters of the last call of an action. */
    public Map<String, String> last(String action) {
        return List.copyOf(calls).stream().filter(call -> action.equals(call.get("Action")))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError(action + " was never asked for"));
    }

    /** Waiting costs no time: the clock is turned instead. */
    public Pause pause() {
        return duration -> turn(duration);
    }

    private synchronized void turn(Duration duration) {
        now = now.plus(duration);
    }

    public Instant now() {
        return now;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var call = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            calls.add(call);
            var answer = next(call.getOrDefault("Action", "?"));
            var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/xml");
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Answer next(String action) {
        var answers = script.get(action);
        if (answers == null) {
            return new Answer(400,
                    "<ErrorResponse><Error><Code>NotScripted</Code><Message>%s</Message></Error></ErrorResponse>"
                            .formatted(action));
        }
        synchronized (answers) {
            return answers.size() > 1 ? answers.remove() : answers.peek();
        }
    }

    private static Map<String, String> form(String body) {
        return Stream.of(body.split("&")).map(pair -> pair.split("=", 2)).filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                        (one, other) -> other, HashMap::new));
    }

    @Override
    public void close() {
        aws.close();
        server.stop(0);
    }
}
