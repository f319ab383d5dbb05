package io.flotilla.deployer.aws;

import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.base.noticeboard.Noticeboard;
import io.flotilla.base.noticeboard.Noticeboard.Superseded;
import io.flotilla.base.noticeboard.posting.TokenPosting;
import io.flotilla.deployer.aws.client.Asking;
import io.flotilla.deployer.aws.client.Aws;
import io.flotilla.deployer.platform.PlatformFailure;
import software.amazon.awssdk.services.ssm.model.ParameterAlreadyExistsException;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/**
 * What an app's instances keep to themselves, encrypted in Parameter Store under the app's own prefix, from where each gets
 * them as environment variables. They are made once and never shown; of the portal's token, its hash is posted.
 */
final class AppSecrets {
    static final String TOKEN = "FLOTILLA_PORTAL_TOKEN";
    static final String SESSION_KEY = "FLOTILLA_IDENTITY_SESSION_KEY";
    /** 256 bits, which nobody can guess. */
    private static final int BYTES = 32;

    private final EnvironmentView view;
    private final Aws aws;
    private final SecureRandom random;

    AppSecrets(EnvironmentView view, Aws aws, SecureRandom random) {
        this.view = view;
        this.aws = aws;
        this.random = random;
    }

    /** Makes what is missing; one paged call finds out what is there for all apps. */
    void introduce(Collection<App> apps, Noticeboard board) {
        if (apps.isEmpty()) {
            return;
        }
        var there = names();
        for (var app : apps) {
            if (!there.contains(path(app, SESSION_KEY))) {
                make(path(app, SESSION_KEY));
            }
            var token = there.contains(path(app, TOKEN)) ? Optional.<String>empty() : make(path(app, TOKEN));
            if (token.isPresent() || !isPosted(app, board)) {
                post(app, token.orElseGet(() -> read(path(app, TOKEN))), board);
            }
        }
    }

    private String prefix() {
        return "/%s/%s".formatted(view.catalogue().fleet(), view.environment().name().key());
    }

    private String path(App app, String name) {
        return "%s/%s/%s".formatted(prefix(), app.name(), name);
    }

    private Set<String> names() {
        return Asking.ask("ssm:GetParametersByPath", prefix(), () -> aws.ssm()
                .getParametersByPathPaginator(request -> request.path(prefix()).recursive(true).withDecryption(false))
                .stream().flatMap(page -> page.parameters().stream()).map(parameter -> parameter.name())
                .collect(Collectors.toSet()));
    }

    /** @return the new secret; empty if somebody made one in this moment, which then counts */
    private Optional<String> make(String path) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var secret = HexFormat.of().formatHex(bytes);
        return Asking.ask("ssm:PutParameter", path, () -> {
            try {
                aws.ssm().putParameter(request -> request.name(path).value(secret).type(ParameterType.SECURE_STRING)
                        .overwrite(false));
                return Optional.of(secret);
            } catch (ParameterAlreadyExistsException beaten) {
                return Optional.empty();
            }
        });
    }

    private String read(String path) {
        return Asking.ask("ssm:GetParameter", path, () -> aws.ssm()
                .getParameter(request -> request.name(path).withDecryption(true)).parameter().value());
    }

    /** What nobody can read as a token is posted again. */
    private static boolean isPosted(App app, Noticeboard board) {
        try {
            return TokenPosting.read(board, app.name()).isPresent();
        } catch (UncheckedIOException unreadable) {
            return false;
        }
    }

    private static void post(App app, String token, Noticeboard board) {
        try {
            TokenPosting.of(app.name(), token).post(board);
        } catch (Superseded beaten) {
            throw new PlatformFailure.Transient("posting the token of " + app.name(),
                    "somebody else posted one in this moment; run this again", beaten);
        }
    }
}
