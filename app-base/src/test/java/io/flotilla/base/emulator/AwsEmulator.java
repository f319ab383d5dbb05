package io.flotilla.base.emulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * AWS for tests: a moto server, one for all tests of a JVM, with any credentials and any region. {@link #reset} empties it.
 * One that runs already is used if {@code FLOTILLA_AWS_EMULATOR} names its address, such as {@code http://127.0.0.1:5000}.
 * <p>
 * It is not faithful in everything: targets are always healthy, nothing drains, suspended processes still run, a change
 * set knows of no replacement, S3 ignores {@code If-Match}. What depends on those is tested against scripted fakes.
 */
public final class AwsEmulator {
    private static final Pattern ADDRESS = Pattern.compile("Running on (http://127\\.0\\.0\\.1:\\d+)");
    private static final int LINES_KEPT = 30;
    private static AwsEmulator running;

    private final URI endpoint;

    private AwsEmulator(URI endpoint) {
        this.endpoint = endpoint;
    }

    /** The JVM's emulator, empty; started if this is the first to ask. It ends with the JVM. */
    public static synchronized AwsEmulator fresh() {
        if (running == null) {
            var named = System.getenv("FLOTILLA_AWS_EMULATOR");
            running = new AwsEmulator(named == null || named.isBlank() ? started() : URI.create(named));
        }
        running.reset();
        return running;
    }

    /** What to give an SDK client as its {@code endpointOverride}; S3 clients also need path-style access. */
    public URI endpoint() {
        return endpoint;
    }

    /** Forgets everything that was made in it. */
    public void reset() {
        var request = HttpRequest.newBuilder(endpoint.resolve("/moto-api/reset"))
                .POST(HttpRequest.BodyPublishers.noBody()).build();
        try {
            var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("%s answers %d to a reset: is it moto? %s"
                        .formatted(endpoint, answer.statusCode(), answer.body()));
            }
        } catch (IOException e) {
            throw new IllegalStateException("the AWS emulator does not answer at " + endpoint, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static URI started() {
        var process = Moto.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "end of the AWS emulator"));
        var address = new CompletableFuture<URI>();
        var reader = new Thread(() -> listen(process, address), "AWS emulator");
        reader.setDaemon(true);
        reader.start();
        try {
            return address.get(120, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            process.destroy();
            throw new IllegalStateException("the AWS emulator did not start: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Reads to the end, because a program whose output nobody reads stops when the pipe is full. */
    private static void listen(Process process, CompletableFuture<URI> address) {
        var last = new ArrayDeque<String>();
        try (var lines = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var match = ADDRESS.matcher(line);
                if (match.find()) {
                    address.complete(URI.create(match.group(1)));
                }
                last.add(line);
                if (last.size() > LINES_KEPT) {
                    last.remove();
                }
            }
        } catch (IOException ended) {
            last.add(ended.toString());
        }
        address.completeExceptionally(new IOException("it ended and said:\n" + String.join("\n", last)));
    }
}
