package io.flotilla.base.page;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an app knows of itself and its fleet; the deployer writes it from the catalogue, so nothing is typed twice. */
@ConfigMapping(prefix = "flotilla")
public interface PageConfig {

    /** The fleet's name. */
    @WithDefault("flotilla")
    String fleet();

    /** The app's key in the catalogue. */
    @WithDefault("${quarkus.application.name}")
    String app();

    /** What people read in the header. */
    @WithDefault("${flotilla.app:${quarkus.application.name}}")
    String title();

    /** The environment: {@code dev}, {@code prod} or {@code local}. */
    @WithDefault("local")
    String environment();

    /** The app's path on the shared host, with a slash at both ends. */
    @WithDefault("/")
    String urlPath();

    /** The shared host's origin, without a slash at its end, for a program that answers on a host of its own. */
    Optional<String> portalOrigin();

    /** The portal's path on the shared host. */
    @WithDefault("/portal/")
    String portalPath();
}
