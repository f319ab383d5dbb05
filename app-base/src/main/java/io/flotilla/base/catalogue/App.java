package io.flotilla.base.catalogue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One dashboard, or one of Flotilla's own programs, of the fleet.
 *
 * @param name        its key in the catalogue; also fit to be a CloudFormation logical id
 * @param title       what people read; falls back to the name
 * @param description one sentence under the title, or empty
 * @param team        the heading that the portal lists it under
 * @param owners      e-mail addresses of those who answer for it
 * @param requires    the groups it demands, ALL of them; the portal's graph wins over these defaults once it knows the app
 * @param role        which of Flotilla's own programs it is, if it is one
 * @param repo        its git repository under the catalogue's organisation (seed: {@code git_repo_path})
 * @param codebase    a second repository, installed beside it (seed: {@code codebase_branch})
 * @param appDir      its folder under the environment's home (seed: {@code app_dir})
 * @param condaEnv    the conda environment to run it in (seed: {@code conda_env})
 * @param userData    a script (relative to the catalogue's file) appended to the instance's user data
 * @param artifact    what a build leaves behind to run: a jar or a binary (relative to the catalogue's file)
 * @param variables   more environment variables for its process
 * @param urlPath     its path on the environment's origin, with a slash at both ends
 * @param emailTo     who is mailed about its outages
 * @param prodReady   whether {@code prod} has it
 * @param health      how the monitor checks it
 * @param berths      what each environment that runs it needs to know
 */
public record App(
        String name,
        String title,
        String description,
        Optional<String> team,
        List<String> owners,
        Set<String> requires,
        Optional<Role> role,
        Runtime runtime,
        Optional<String> repo,
        Optional<Codebase> codebase,
        Optional<String> appDir,
        Optional<String> condaEnv,
        Optional<String> userData,
        Optional<String> artifact,
        Map<String, String> variables,
        String urlPath,
        List<String> emailTo,
        boolean prodReady,
        Health health,
        Map<EnvironmentName, Berth> berths) {

    /** How an instance runs it; {@code custom} means that its user data says everything. */
    public enum Runtime {
        PYTHON, JVM, NATIVE, CUSTOM
    }

    /** Flotilla's own programs, of which a fleet has at most one each. */
    public enum Role {
        PORTAL, HEALTH_MONITOR, CONSOLE
    }

    /** A second repository and its branch. */
    public record Codebase(String repo, String branch) {}

    /**
     * What the monitor asks for, and which answers are good.
     *
     * @param path       path on the environment's origin
     * @param statusFrom the lowest good status
     * @param statusTo   the highest good status
     * @param demands    what else an answer must be, and when it is asked for
     */
    public record Health(String path, int statusFrom, int statusTo, Demands demands) {
        public Health(String path, int statusFrom, int statusTo) {
            this(path, statusFrom, statusTo, Demands.NONE);
        }
    }

    /**
     * What the monitor demands of an answer besides its status, and when it asks; empty means as the fleet's alerts say.
     *
     * @param text    words that the answer's body must hold
     * @param header  a header that it must have, as {@code Name} or as {@code Name: value}
     * @param latency how long it may take before it counts as bad
     * @param every   time between two checks
     * @param timeout how long one check may take
     */
    public record Demands(
            Optional<String> text,
            Optional<String> header,
            Optional<Duration> latency,
            Optional<Duration> every,
            Optional<Duration> timeout) {
        public static final Demands NONE = new Demands(Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty());
    }

    /**
     * An app's place in one environment.
     *
     * @param branch    the branch it runs
     * @param instance  instance type, such as {@code t4g.nano}; present on {@code aws}
     * @param ami       machine image; present on {@code aws}
     * @param priority  its listener rule's priority; present on {@code aws}
     * @param instances how many instances serve it
     */
    public record Berth(
            Optional<String> branch,
            Optional<String> instance,
            Optional<String> ami,
            OptionalInt priority,
            int instances) {}
}
