package io.flotilla.base.catalogue;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A fleet, as {@code fleet.yaml} describes it, valid as a whole: what cannot be deployed cannot be constructed by
 * {@link CatalogueReader}.
 *
 * @param fleet        the fleet's name, shown in every page's header
 * @param account      the AWS account number (12 digits) outside which the deployer refuses to act
 * @param git          where the apps' repositories live
 * @param environments the environments, in the order of the file
 * @param apps         the apps by name, in the order of the file
 * @param variables    what each {@code ${VAR}} in it stood for, by its name
 */
public record Catalogue(
        String fleet,
        Optional<String> account,
        Optional<Git> git,
        Map<EnvironmentName, Environment> environments,
        Map<String, App> apps,
        Map<String, String> variables) {

    /** A catalogue in which no variable stands. */
    public Catalogue(String fleet, Optional<String> account, Optional<Git> git,
            Map<EnvironmentName, Environment> environments, Map<String, App> apps) {
        this(fleet, account, git, environments, apps, Map.of());
    }

    /**
     * The fleet as one environment runs it: apps without a berth there are left out, and in {@code prod} those that are
     * not {@code prod_ready}.
     *
     * @throws IllegalArgumentException if the file has no such environment; the message lists those it has
     */
    public EnvironmentView in(EnvironmentName name) {
        var environment = environments.get(name);
        if (environment == null) {
            throw new IllegalArgumentException("no environment %s in the catalogue; it has %s"
                    .formatted(name.key(), environments.keySet().stream().map(EnvironmentName::key).toList()));
        }
        return new EnvironmentView(this, environment);
    }

    /**
     * Where the repositories live.
     *
     * @param host  the git host, such as {@code github.com}
     * @param org   the organisation before each {@code repo}
     * @param token a reference to the read token, such as {@code ssm:/fleet/git}; never the token itself
     */
    public record Git(String host, String org, Optional<String> token) {}

    /**
     * The fleet's OpenID Connect sign-in.
     *
     * @param issuer    the issuer's URL without a trailing slash; the local platform's own is {@code <origin>/identity}
     * @param client    the client id that all apps share
     * @param overrides the groups that overrule every requirement
     */
    public record Identity(String issuer, String client, Set<String> overrides) {}
}
