package io.flotilla.base.signin.local;

import java.nio.file.Path;
import java.util.Optional;

import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** The identity of a fleet on one machine: who there is, and where its key lives. */
@ConfigMapping(prefix = "flotilla")
@IfBuildProperty(name = "quarkus.application.name", stringValue = "app-base")
public interface LocalIdentityConfig {
    /** What app-base's own program is: {@code identity}, or one of the samples. */
    @WithDefault("sales")
    String sample();

    @WithDefault("local")
    String platform();

    /** The public origin, without a slash at its end. */
    Optional<String> origin();

    @WithDefault("/")
    String urlPath();

    /** The file with the people. */
    @WithName("local.people")
    Optional<Path> people();

    /** The folder that keeps the signing key, so that a restart signs nobody out. */
    @WithName("local.folder")
    Optional<Path> folder();

    @WithName("identity.client")
    @WithDefault("flotilla")
    String client();

    default boolean isIdentity() {
        return sample().equals("identity");
    }

    /** The issuer as apps know it: {@code http://localhost:8080/identity}. */
    default String issuer() {
        return origin().orElseThrow() + urlPath().substring(0, urlPath().length() - 1);
    }
}
