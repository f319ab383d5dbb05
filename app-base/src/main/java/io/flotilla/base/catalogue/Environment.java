package io.flotilla.base.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * Where a fleet runs.
 *
 * @param region      AWS region; present on {@code aws}
 * @param vpc         id of the network; present on {@code aws}
 * @param subnets     ids of the subnets, two or more on {@code aws}
 * @param domain      host name of the load balancer; present on {@code aws}
 * @param certificate ARN of the domain's certificate; present on {@code aws}
 * @param console     host name of the deployer's console, if it answers
 * @param noticeboard {@code s3://bucket/prefix}, or a folder (relative to the catalogue's file)
 * @param database    PostgreSQL URL or a reference to one, such as {@code ssm:/fleet/dev/db}
 * @param home        home folder on an instance, such as {@code /home/ubuntu}
 * @param priorities  listener priorities that berths may take; present on {@code aws}
 * @param port        the port of the gateway on {@code local}
 * @param people      file with the people who may sign in on {@code local} (relative to the catalogue's file)
 * @param identity    the sign-in here: the fleet's, less what the environment overrules
 * @param alerts      how the monitor checks here: the fleet's, less what the environment overrules
 * @param extras      what it may have besides on {@code aws}
 */
public record Environment(
        EnvironmentName name,
        Platform platform,
        Optional<String> region,
        Optional<String> vpc,
        List<String> subnets,
        Optional<String> domain,
        Optional<String> certificate,
        Optional<String> console,
        Optional<String> noticeboard,
        Optional<String> database,
        String home,
        Optional<Priorities> priorities,
        int port,
        Optional<String> people,
        Catalogue.Identity identity,
        Alerts alerts,
        Extras extras) {

    /**
     * What an environment on {@code aws} may have besides.
     *
     * @param accessLogs         {@code s3://bucket/prefix}, where the load balancer writes who asked for what
     * @param cloudFormationRole ARN of what CloudFormation acts as; without one, it acts with the caller's rights
     * @param postgres           the database that the shared stack makes for portal and monitor
     */
    public record Extras(Optional<String> accessLogs, Optional<String> cloudFormationRole,
            Optional<Postgres> postgres) {
        public static final Extras NONE = new Extras(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * A PostgreSQL that belongs to the environment.
     *
     * @param instance RDS instance class, such as {@code db.t4g.micro}
     * @param storage  GiB
     * @param backups  days that backups are kept
     */
    public record Postgres(String instance, int storage, int backups) {}

    /** Where the environment's programs are: on AWS, or on this machine. */
    public enum Platform {
        AWS, LOCAL
    }

    /** Listener priorities, both ends included. */
    public record Priorities(int first, int last) {
        public boolean contains(int priority) {
            return first <= priority && priority <= last;
        }
    }

    /** The public origin, without a trailing slash: {@code https://labs.example.com}, or {@code http://localhost:8080}. */
    public String origin() {
        return platform == Platform.AWS ? "https://" + domain.orElseThrow() : "http://localhost:" + port;
    }

    /** The origin of the deployer's console: a host of its own if it has one, so that no app's hole drives it. */
    public String consoleOrigin() {
        return platform == Platform.AWS ? console.map(host -> "https://" + host).orElseGet(this::origin) : origin();
    }
}
