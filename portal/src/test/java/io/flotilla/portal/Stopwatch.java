package io.flotilla.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;

import io.restassured.RestAssured;

/** Prints how long something takes once it is warm. */
public final class Stopwatch {
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final int WARM = 400;
    private static final int MEASURED = 200;

    private Stopwatch() {}

    /** Prints median and 95th percentile in milliseconds, and how long a text is that comes of it. */
    public static void print(String what, Supplier<?> work) {
        var millis = new double[MEASURED];
        Object made = null;
        for (int i = 0; i < WARM + MEASURED; i++) {
            long begun = System.nanoTime();
            made = work.get();
            if (i >= WARM) {
                millis[i - WARM] = (System.nanoTime() - begun) / 1e6;
            }
        }
        Arrays.sort(millis);
        var size = made instanceof String text ? ", %,d characters".formatted(text.length()) : "";
        System.out.printf("MEASURED %s: median %.1f ms, 95th percentile %.1f ms%s%n", what, millis[MEASURED / 2],
                millis[MEASURED * 95 / 100], size);
    }

    /** A page over HTTP on a kept connection, compressed as browsers ask for it. */
    public static String page(String path, String person) {
        try {
            var answer = CLIENT.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/portal" + path))
                            .header(PersonHeader.HEADER, person).header("Accept", "text/html")
                            .header("Accept-Encoding", "gzip").build(),
                    BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " answers " + answer.statusCode());
            }
            var zipped = answer.headers().firstValue("Content-Encoding").filter("gzip"::equals).isPresent();
            try (var body = zipped ? new GZIPInputStream(answer.body()) : answer.body()) {
                return new String(body.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
