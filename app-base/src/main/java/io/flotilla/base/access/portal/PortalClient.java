package io.flotilla.base.access.portal;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flotilla.base.access.memory.Reply;

/** Speaks to the portal's access endpoint with the app's own token. */
final class PortalClient {
    /** A person waits for it, so not for long: what was known before is good enough then. */
    static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final BodyHandler<String> TEXT_OF_ANSWERS = response -> response.statusCode() == 200
            ? BodySubscribers.ofString(StandardCharsets.UTF_8)
            : BodySubscribers.replacing("");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Portal portal;
    private final Duration patience;
    private final HttpClient client;

    /** @param patience how long an answer is waited for */
    PortalClient(Portal portal, Duration patience) {
        this.portal = portal;
        this.patience = patience;
        this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER).connectTimeout(patience).build();
    }

    /**
     * Asks without blocking.
     *
     * @param path below {@code api/access/}
     * @param read makes the answer of the body; throws {@link IllegalArgumentException} if it is none
     */
    <V> CompletionStage<Reply<V>> get(String path, Optional<String> etag, Function<JsonNode, V> read) {
        var request = HttpRequest.newBuilder(URI.create(portal.api() + path)).timeout(patience)
                .header("Authorization", "Bearer " + portal.token()).header("Accept", "application/json");
        etag.ifPresent(name -> request.header("If-None-Match", name));
        return client.sendAsync(request.build(), TEXT_OF_ANSWERS).thenApply(response -> reply(response, read))
                .exceptionally(failure -> new Reply.Silent<>("The portal at %s does not answer (%s)"
                        .formatted(portal.api(), reason(failure))));
    }

    private <V> Reply<V> reply(HttpResponse<String> response, Function<JsonNode, V> read) {
        return switch (response.statusCode()) {
            case 200 -> said(response, read);
            case 304 -> new Reply.Unchanged<>();
            case 401 -> silent(("The portal at %s does not take this app's token: FLOTILLA_PORTAL_TOKEN is not the one "
                    + "whose hash stands under `tokens/%s` on the noticeboard. Start the app again through the deployer, "
                    + "which hands out the token and posts its hash"));
            case 404 -> silent("The portal at %s knows no app `%s`, or not yet how to say who may open it. Post a "
                    + "catalogue that has the app (`deployer post`), and roll the portal out before the apps");
            case 403 -> silent("The portal at %s does not tell this to the app `%s`: only the health-monitor and the "
                    + "console may ask about every app. Check its `role:` in the catalogue");
            default -> silent("The portal at %s does not answer `%s` as it should, but with status "
                    + response.statusCode());
        };
    }

    private <V> Reply<V> silent(String why) {
        return new Reply.Silent<>(why.formatted(portal.api(), portal.app()));
    }

    private <V> Reply<V> said(HttpResponse<String> response, Function<JsonNode, V> read) {
        try {
            return new Reply.Said<>(read.apply(JSON.readTree(response.body())), response.headers().firstValue("ETag"));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return silent("What answers at %s in the place of the portal says nothing that `%s` understands");
        }
    }

    private static String reason(Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
