package io.flotilla.portal.directory;

import java.nio.file.Path;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;

/** Which directory the portal asks. */
@ConfigMapping(prefix = "flotilla")
public interface DirectoryConfig {

    /** Who signs people in; an issuer of Cognito's shape is also where they are looked up. */
    @WithName("identity.issuer")
    Optional<String> issuer();

    /** {@code cognito} or {@code local}; without it, what the issuer's shape says. */
    @WithName("portal.directory")
    Optional<String> kind();

    /** The first people of the local directory, in the form of the local identity's file. */
    @WithName("local.people")
    Optional<Path> firstPeople();
}
