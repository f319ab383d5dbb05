package io.flotilla.base.catalogue.yaml;

import static io.flotilla.base.catalogue.yaml.Words.keys;
import static io.flotilla.base.catalogue.yaml.Words.keysOrNone;
import static io.flotilla.base.catalogue.yaml.Words.list;
import static io.flotilla.base.catalogue.yaml.Words.number;
import static io.flotilla.base.catalogue.yaml.Words.oneOf;
import static io.flotilla.base.catalogue.yaml.Words.optional;
import static io.flotilla.base.catalogue.yaml.Words.required;
import static io.flotilla.base.catalogue.yaml.Words.with;

import io.flotilla.base.catalogue.yaml.Shape.Key;
import io.flotilla.base.catalogue.yaml.Shape.Keys;
import io.flotilla.base.catalogue.yaml.Shape.Named;

/** Every key of {@code fleet.yaml}, in the order of the reference. */
final class FleetShape {
    static final Keys IDENTITY = keys(
            optional("issuer", Words.HTTPS, "The OpenID Connect issuer; the local platform brings its own."),
            optional("client", Words.TOKEN, "The client id that all apps share; the local platform brings its own."),
            optional("overrides", list(Words.GROUP), "Groups that overrule every requirement.", "superuser, dev"));

    private static final Key[] DEMANDS = {
            optional("status", Words.STATUS, "Which answers are good.", "200-399"),
            optional("text", Words.LINE, "Words that the answer must hold within its first megabyte."),
            optional("header", Words.HEADER, "A header that the answer must have, with this value if one is given."),
            optional("latency", Words.LATENCY, "How long a good answer may take; a slower one counts as bad."),
            optional("every", Words.DURATION, "The time between two checks.", "as in alerts"),
            optional("timeout", Words.DURATION, "How long one check may take.", "as in alerts")};

    private static final Keys ENDPOINT = keys(with(DEMANDS,
            required("url", Words.URL, "What the monitor asks for."),
            optional("title", Words.LINE, "What people read.", "the endpoint's name"),
            optional("email_to", list(Words.EMAIL), "Who is mailed when it cannot be reached."),
            optional("requires", list(Words.GROUP), "Groups, ALL of them, whose people may see its state.",
                    "the override groups alone")));

    static final Keys ALERTS = keys(
            optional("from", Words.EMAIL, "The sender of the monitor's mails.", "on local: flotilla@localhost"),
            optional("smtp", Words.SMTP, "The mail server, or a reference to it; the local platform brings its own."),
            optional("every", Words.DURATION, "The time between two checks of one app.", "60s"),
            optional("timeout", Words.DURATION, "How long one check may take.", "10s"),
            optional("down_after", number(100), "Failures in a row that open an outage.", "3"),
            optional("up_after", number(100), "Successes in a row that close it.", "2"),
            optional("remind_every", Words.DURATION, "The time between reminders while an outage lasts.", "4h"),
            optional("anchors", list(Words.URL), "URLs whose failure says that the monitor itself is cut off."),
            optional("ping", Words.URL,
                    "A URL that the monitor asks every half minute while all is well with it: a dead man's switch."),
            optional("endpoints", new Named(Words.APP, ENDPOINT), "What else to watch, outside the fleet."));

    private static final Keys DEFAULTS = keys(
            optional("instance", Words.INSTANCE, "The instance type of berths that name none."),
            optional("ami", Words.AMI, "The machine image of berths that name none."),
            optional("instances", number(100), "How many instances serve an app whose berth says nothing.", "1"));

    private static final Keys POSTGRES = keysOrNone(
            optional("instance", Words.DATABASE_INSTANCE, "The RDS instance class.", "db.t4g.micro"),
            optional("storage", number(65536), "How many GiB it may hold; at least 20.", "20"),
            optional("backups", number(35), "How many days backups are kept.", "14"));

    private static final Keys ENVIRONMENT = keys(
            required("platform", oneOf("aws", "local"), "Where its programs run: on AWS, or on one machine."),
            optional("region", Words.REGION, "The AWS region; required on aws."),
            optional("vpc", Words.VPC, "The network; required on aws."),
            optional("subnets", list(Words.SUBNET), "Two subnets or more, in two zones; required on aws."),
            optional("domain", Words.HOST, "The host name of the load balancer; required on aws."),
            optional("certificate", Words.CERTIFICATE, "The certificate of the domain; required on aws."),
            optional("console", Words.HOST, "The host name at which the deployer's console answers."),
            optional("noticeboard", Words.NOTICEBOARD, "Where the programs leave things for one another."),
            optional("database", Words.DATABASE, "PostgreSQL for the portal and the monitor."),
            optional("postgres", POSTGRES, "Lets the shared stack make that PostgreSQL on aws; `{}` is enough."),
            optional("access_logs", Words.S3, "Where the load balancer writes who asked for what."),
            optional("cloudformation_role", Words.ROLE, "What CloudFormation acts as.", "the caller's own rights"),
            optional("home", Words.FOLDER, "The home folder on an instance.", "/home/ubuntu"),
            optional("priorities", Words.RANGE, "The listener priorities that berths may take; required on aws."),
            optional("port", number(65535), "The port of the local platform's gateway.", "8080"),
            optional("people", Words.INPUT, "The file with the people who may sign in on the local platform."),
            optional("identity", IDENTITY, "Overrules parts of the fleet's identity here."),
            optional("alerts", ALERTS, "Overrules parts of the fleet's alerts here."),
            optional("app", DEFAULTS, "Defaults for the berths of this environment."));

    private static final Keys BERTH = keysOrNone(
            optional("branch", Words.BRANCH,
                    "The git branch that runs here; required on aws unless there is an artifact."),
            optional("instance", Words.INSTANCE,
                    "The instance type; required on aws unless the environment has a default."),
            optional("ami", Words.AMI, "The machine image; required on aws unless the environment has a default."),
            optional("priority", number(50000),
                    "The listener rule's priority, unique in the environment; required on aws."),
            optional("instances", number(100), "How many instances serve the app.", "1"));

    private static final Keys APP = keys(
            optional("title", Words.LINE, "What people read on the tile and in the header.", "the app's name"),
            optional("description", Words.LINE, "One sentence under the title."),
            optional("team", Words.LINE, "The heading that the portal lists the app under."),
            optional("owners", list(Words.EMAIL), "Who answers for the app, and for requests to open it."),
            optional("requires", list(Words.GROUP),
                    "Groups that a person must be in, ALL of them; `everyone` opens it to all who can sign in.",
                    "closed to all but the override groups"),
            optional("role", oneOf("portal", "health-monitor", "console"), "Which of Flotilla's own programs this is."),
            required("runtime", oneOf("python", "jvm", "native", "custom"), "How an instance runs it."),
            optional("repo", Words.REPO, "Its git repository; required for python."),
            optional("codebase",
                    keys(required("repo", Words.REPO, "The second repository."),
                            optional("branch", Words.BRANCH, "Its branch.", "main")),
                    "A second repository, installed beside it with `pip install -e`."),
            optional("app_dir", Words.PATH, "Its folder under the environment's home.", "the repository's name"),
            optional("conda_env", Words.CONDA, "The conda environment that runs it."),
            optional("user_data", Words.INPUT,
                    "A script appended to the instance's user data; required for custom, where it is everything."),
            optional("artifact", Words.INPUT,
                    "The jar or binary that a build leaves behind; required for jvm and native. For python on this machine, its folder."),
            optional("variables", new Named(Words.VARIABLE, Words.VALUE),
                    "More environment variables for its process."),
            required("url_path", Words.URL_PATH, "Its path on the environment's host, its own alone."),
            optional("email_to", list(Words.EMAIL), "Who is mailed when it cannot be reached."),
            optional("prod_ready", Words.TRUTH, "Whether prod has it.", "false"),
            optional("health", keys(with(DEMANDS, optional("path", Words.HEALTH_PATH, "What the monitor asks for.",
                    "its q/health/ready"))), "How the monitor checks it."),
            optional("dev", BERTH, "Its berth in dev."),
            optional("prod", BERTH, "Its berth in prod."),
            optional("local", BERTH, "Its berth on the local platform; `{}` is enough."));

    static final Keys FLEET = keys(
            required("fleet", Words.FLEET, "The fleet's name, shown in every header."),
            optional("account", Words.ACCOUNT, "A guard: the deployer refuses to act on any other AWS account."),
            optional("git",
                    keys(required("host", Words.HOST, "The git host."),
                            required("org", Words.REPO, "The organisation before each repository."),
                            optional("token", Words.REFERENCE, "A reference to the read token.")),
                    "Where the apps' repositories live."),
            optional("identity", IDENTITY, "The sign-in that the whole fleet shares."),
            optional("alerts", ALERTS, "How the monitor checks, and how it writes."),
            required("environments",
                    keys(optional("dev", ENVIRONMENT, "The environment of unfinished work."),
                            optional("prod", ENVIRONMENT,
                                    "The environment people rely on; only apps that are prod_ready."),
                            optional("local", ENVIRONMENT, "The environment on one machine.")),
                    "Where the fleet runs."),
            required("apps", new Named(Words.APP, APP), "The apps by name."));

    private FleetShape() {}
}
