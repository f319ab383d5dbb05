package io.flotilla.portal.access;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.noticeboard.Noticeboard;
import io.flotilla.base.noticeboard.posting.TokenPosting;
import io.flotilla.portal.fleet.Fleet;
import io.flotilla.portal.fleet.PortalConfig;

/** Who an app is, by the token that the deployer gave it. */
@ApplicationScoped
class AppTokens {
    private static final String SCHEME = "Bearer ";

    private final Fleet fleet;
    private final PortalConfig config;
    private final Instance<Noticeboard> noticeboard;

    AppTokens(Fleet fleet, PortalConfig config, Instance<Noticeboard> noticeboard) {
        this.fleet = fleet;
        this.config = config;
        this.noticeboard = noticeboard;
    }

    /** Whether the {@code Authorization} header carries the token of this app. */
    boolean isFrom(String app, String authorization) {
        return config.noticeboard().isPresent() && token(authorization)
                .flatMap(token -> posted(app).map(posting -> posting.matches(token))).orElse(false);
    }

    /** Whether it carries the token of an app that may know all requirements: the monitor's or the console's. */
    boolean mayReadAll(String authorization) {
        return fleet.view().stream().flatMap(view -> view.apps().stream())
                .filter(app -> app.role().filter(role -> role != App.Role.PORTAL).isPresent())
                .anyMatch(app -> isFrom(app.name(), authorization));
    }

    private Optional<TokenPosting> posted(String app) {
        try {
            return TokenPosting.read(noticeboard.get(), app);
        } catch (IllegalArgumentException noKeyCanBeCalledThat) {
            return Optional.empty();
        }
    }

    private static Optional<String> token(String authorization) {
        return Optional.ofNullable(authorization).filter(header -> header.startsWith(SCHEME))
                .map(header -> header.substring(SCHEME.length()).strip());
    }
}
