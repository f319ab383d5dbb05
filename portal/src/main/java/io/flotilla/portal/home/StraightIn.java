package io.flotilla.portal.home;

import java.net.URI;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

/** Sends people to whom one app alone is open straight there, if the settings say so. */
@ApplicationScoped
class StraightIn {
    static final Optional<URI> NOWHERE = Optional.empty();

    private final HomeConfig config;

    StraightIn(HomeConfig config) {
        this.config = config;
    }

    /** Whoever asks for {@code ?home}, or comes from that app by a link, wants to see the page itself. */
    Optional<URI> to(Shelves shelves, boolean homeAsked, String from) {
        var open = shelves.open();
        if (!config.straightIn() || open.size() != 1 || homeAsked) {
            return NOWHERE;
        }
        var path = open.get(0).path();
        return comesFrom(path, from) ? NOWHERE : Optional.of(URI.create(path));
    }

    private static boolean comesFrom(String path, String from) {
        try {
            return from != null && Optional.ofNullable(URI.create(from).getPath()).orElse("").startsWith(path);
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }
}
