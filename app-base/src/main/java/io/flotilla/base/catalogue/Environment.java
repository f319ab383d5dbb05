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
        Alerts alerts) {

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
}
