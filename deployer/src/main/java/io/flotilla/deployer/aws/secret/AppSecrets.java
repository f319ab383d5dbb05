package io.flotilla.deployer.aws.secret;

import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Collection;
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

/**
 * What an app's instances keep to themselves, encrypted in Parameter Store under the app's own prefix, from where each gets
 * them as environment variables. They are made once and never shown; of the portal's token, its hash is posted.
 */
public final class AppSecrets {
    static final String TOKEN = "FLOTILLA_PORTAL_TOKEN";
    static final String SESSION_KEY = "FLOTILLA_IDENTITY_SESSION_KEY";

    private final EnvironmentView view;
    private final Aws aws;
    private final SecretStore store;

    public AppSecrets(EnvironmentView view, Aws aws, SecureRandom random) {
        this.view = view;
        this.aws = aws;
        this.store = new SecretStore(aws, random);
    }

    /** Makes what is missing; one paged call finds out what is there for all apps. */
    public void introduce(Collection<App> apps, Noticeboard board) {
        if (apps.isEmpty()) {
            return;
        }
        var there = names();
        for (var app : apps) {
            if (!there.contains(path(app, SESSION_KEY))) {
                store.make(path(app, SESSION_KEY));
            }
            var token = there.contains(path(app, TOKEN)) ? Optional.<String>empty() : store.make(path(app, TOKEN));
            if (token.isPresent() || !isPosted(app, board)) {
                post(app, token.orElseGet(() -> store.read(path(app, TOKEN))), board);
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
