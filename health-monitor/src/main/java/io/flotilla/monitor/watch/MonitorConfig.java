package io.flotilla.monitor.watch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the monitor is told when it starts; all else it reads from the catalogue. */
@ConfigMapping(prefix = "flotilla")
public interface MonitorConfig {

    /** The fleet's name; signs the mails. */
    @WithDefault("flotilla")
    String fleet();

    /** Which environment of the catalogue to watch: {@code dev}, {@code prod} or {@code local}. */
    @WithDefault("local")
    String environment();

    /** {@code aws} or {@code local}. */
    @WithDefault("local")
    String platform();

    /** Where people find the environment, without a slash at the end. */
    @WithDefault("http://localhost:8080")
    String origin();

    /** This program's path there, with a slash at both ends. */
    @WithDefault("/")
    String urlPath();

    /** Where the deployer posts the catalogue. */
    Optional<String> noticeboard();

    /** A catalogue to watch instead, on a machine without a noticeboard. */
    Optional<Path> catalogueFile();

    /** Where outages and notices are kept; {@link io.flotilla.base.store.Store} opens it. */
    Optional<String> database();

    /** Where mails go out: {@code smtp://[user:password@]host:port}; on {@code local} they may go to the log instead. */
    Optional<String> smtp();

    /** What programs of the fleet show one another, so that the portal may ask for every app's state; a secret. */
    Optional<String> fleetKey();

    Monitor monitor();

    /** {@code flotilla.monitor.…}: how it goes about sending. */
    interface Monitor {
        /** How long changes gather before one mail names them all. */
        @WithDefault("10s")
        Duration gather();

        /** The pause after the first failed attempt to send a mail; it doubles from there. */
        @WithDefault("5s")
        Duration retryFirst();

        /** The longest pause between two attempts. */
        @WithDefault("10m")
        Duration retryCap();

        /** How long the delivery of one mail may take. */
        @WithDefault("30s")
        Duration sendTimeout();
    }
}
