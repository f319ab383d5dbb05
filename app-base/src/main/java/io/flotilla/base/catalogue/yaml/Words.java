package io.flotilla.base.catalogue.yaml;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.flotilla.base.catalogue.yaml.Shape.Items;
import io.flotilla.base.catalogue.yaml.Shape.Key;
import io.flotilla.base.catalogue.yaml.Shape.Keys;
import io.flotilla.base.catalogue.yaml.Shape.Scalar;
import io.flotilla.base.catalogue.yaml.Shape.Scalar.Kind;
import io.flotilla.base.catalogue.yaml.Shape.Scalar.Numbers;

/** The kinds of value that {@code fleet.yaml} knows, each with the sentence that helps when it is wrong. */
final class Words {
    /** Blanks besides the one that everybody means; written out, for Java's {@code \\s} is not ECMAScript's. */
    private static final String WIDE = "\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000\\ufeff";
    private static final String BLANK = "[ " + WIDE + "]";
    private static final String CONTROL = "\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029";
    /** A character that keeps to its line. */
    private static final String ON_LINE = "[^" + CONTROL + "]";
    /** What ends a word, to stand between brackets. */
    private static final String END = " " + WIDE + CONTROL;
    /** Any character; before a number it limits a text's length, for long repetitions of groups end Java's stack. */
    private static final String ANY = "[\\s\\S]";
    private static final String ANYTHING = ANY + "*";
    /** One line without control characters, at most 2,000 characters; neither end is a blank. */
    static final Scalar LINE = text("(?!" + BLANK + ")(?!" + ANYTHING + BLANK + "$)" + ON_LINE + "{1,2000}",
            "text on one line, without a blank at either end");
    static final Scalar FLEET = text("[A-Za-z][A-Za-z0-9-]{0,39}",
            "letters, digits and hyphens, beginning with a letter, at most 40, such as davinci-labs");
    /** The rule of a CloudFormation logical id: alphanumeric; shorter, because names of stacks are made from it. */
    static final Scalar APP = text("[A-Za-z][A-Za-z0-9]{0,59}",
            "letters and digits only, beginning with a letter, at most 60, such as LMSPortal");
    static final Scalar ACCOUNT = text("[0-9]{12}",
            "the 12 digits of an AWS account in quotes, such as \"123456789012\"");
    static final Scalar HOST = text("(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]{0,62})(\\.[A-Za-z0-9][A-Za-z0-9-]{0,62})+",
            "a host name, such as labs.example.com");
    static final Scalar REFERENCE = text("ssm:/[A-Za-z0-9_./-]{1,1000}",
            "a reference to the secret, never the secret itself, such as ssm:/fleet/git").kept();
    private static final String FOLDERS = "(/[^?#" + END + "]*[^?#/" + END + "])?";
    static final Scalar HTTPS = text(
            "https://[^/?#@" + END + "]+" + FOLDERS + "|http://(localhost|127\\.0\\.0\\.1)(:[0-9]{1,5})?" + FOLDERS,
            "an https URL without a slash at its end, such as https://cognito-idp.us-east-1.amazonaws.com/us-east-1_EXAMPLE")
            .kept();
    static final Scalar URL = text("https?://[^/?#@" + END + "]+(/[^#" + END + "]*)?",
            "a URL, such as https://example.com").kept();
    static final Scalar TOKEN = text("[!-~]{1,200}", "one word without blanks");
    static final Scalar GROUP = text("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]{1,128}",
            "a group's name without blanks, such as sales");
    /** The most that RFC 5321 (section 4.5.3.1.3) lets a path be, less its brackets. */
    static final Scalar EMAIL = text(
            "(?!" + ANY
                    + "{255})[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*",
            "an e-mail address, such as lead@example.com");
    static final Scalar SMTP = text("ssm:/[A-Za-z0-9_./-]{1,1000}|smtps?://[A-Za-z0-9.-]+(:[0-9]{1,5})?",
            "a reference such as ssm:/fleet/smtp, or a server without a password such as smtp://localhost:2525").kept();
    static final Scalar DURATION = text("[1-9][0-9]{0,5}(s|m|h|d)", "a duration, such as 60s, 5m, 4h or 1d");
    static final Scalar REGION = text("[a-z]{2}(-[a-z]+){1,2}-[0-9]", "an AWS region, such as us-east-1");
    static final Scalar VPC = text("vpc-[0-9a-f]{8,17}", "the id of a VPC, such as vpc-0a1b2c3d4e5f60718");
    static final Scalar SUBNET = text("subnet-[0-9a-f]{8,17}", "the id of a subnet, such as subnet-0a1b2c3d4e5f60718");
    static final Scalar CERTIFICATE = text("arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:certificate/[A-Za-z0-9-]{1,64}",
            "the ARN of a certificate, such as arn:aws:acm:us-east-1:123456789012:certificate/EXAMPLE");
    static final Scalar NOTICEBOARD = text(
            "s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/[A-Za-z0-9_./-]{0,500})?|(?![a-z0-9]+:)" + ON_LINE + "{1,1000}",
            "an S3 prefix such as s3://bucket/prod, or a folder");
    static final Scalar S3 = text("s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/[A-Za-z0-9_./-]{0,500})?",
            "an S3 prefix such as s3://bucket/prod");
    static final Scalar ROLE = text("arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9_+=,.@/-]{1,500}",
            "the ARN of a role, such as arn:aws:iam::123456789012:role/davinci-labs-dev-cloudformation");
    static final Scalar DATABASE_INSTANCE = text("db\\.[a-z0-9-]{1,20}\\.[a-z0-9]{1,20}",
            "an RDS instance class, such as db.t4g.micro");
    /** Of a database's URL: no name is encoded, so that none can hide that it is a password. */
    private static final String PARAMETER = "(?![A-Za-z0-9_.-]*[Pp][Aa][Ss][Ss])[A-Za-z0-9_.-]+=[^&#" + END + "]*";
    static final Scalar DATABASE = text(
            "ssm:/[A-Za-z0-9_./-]{1,1000}|(?!" + ANY + "{1001})postgresql://([^/:@?#" + END + "]+@)?[^/:@?#" + END
                    + "]+(:[0-9]{1,5})?/[^?#&" + END + "]+(\\?" + PARAMETER + "(&" + PARAMETER + ")*)?",
            "a reference such as ssm:/fleet/prod/db, or postgresql://user@host/name without a password").kept();
    static final Scalar FOLDER = text("/[A-Za-z0-9_./-]{1,200}", "an absolute folder, such as /home/ubuntu");
    static final Scalar PATH = text("(?![/-])(?!" + ANYTHING + "\\.\\.(/|$))" + ON_LINE + "{1,500}",
            "a relative path without .., such as scripts/lms.sh");
    static final Scalar INPUT = text("(?!-)" + ON_LINE + "{1,500}", "a path, such as scripts/lms.sh");
    static final Scalar REPO = text("[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}",
            "the name of a repository, such as dash_lms_data_portal");
    /** What git-check-ref-format(1) allows, less a leading hyphen, which git would read as an option. */
    static final Scalar BRANCH = text(
            "(?![-/.])(?!" + ANYTHING + "(\\.\\.|//|@\\{|\\.lock$|[/.]$))[^~^:?*\\[\\\\" + END + "]{1,200}",
            "the name of a git branch, such as main");
    static final Scalar CONDA = text("[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}",
            "the name of a conda environment, such as prod");
    static final Scalar URL_PATH = text("(?!" + ANY + "{501})/([A-Za-z0-9_~-][A-Za-z0-9_.~-]*/)+",
            "a path with a slash at both ends, such as /portal_lms/");
    /** No segment before the query is {@code .} or {@code ..}, however it is written. */
    private static final String DOTTED = "(?![^?]*(/|%2[Ff])(\\.|%2[Ee]){1,2}(/|%2[Ff]|\\?|$))";
    static final Scalar HEALTH_PATH = text(DOTTED + "/[A-Za-z0-9_.~/%?=&-]{0,500}",
            "a path on the environment's host without . and .., such as /portal_lms/");
    static final Scalar STATUS = new Scalar(Kind.TEXT, Pattern.compile("[1-5][0-9]{2}(-[1-5][0-9]{2})?"),
            "a status or a range of them, such as 200 or 200-399", List.of(), new Numbers(100, 599), false);
    /** A field name as RFC 9110 (section 5.1) allows it, less the odd characters that nobody uses. */
    static final Scalar HEADER = text(
            "(?!" + ANYTHING + BLANK + "$)[A-Za-z0-9_-]{1,100}(: ?[^" + END + "]" + ON_LINE + "{0,500})?",
            "a header's name, such as ETag, or its name and value in quotes, such as \"Content-Type: text/html\"");
    static final Scalar LATENCY = text("[1-9][0-9]{0,5}(ms|s)", "a time, such as 800ms or 2s");
    static final Scalar RANGE = text("[1-9][0-9]{0,4}-[1-9][0-9]{0,4}", "a range, such as 101-199");
    static final Scalar INSTANCE = text("(?!" + ANY + "{65})[a-z][a-z0-9-]*\\.[a-z0-9]+(-[a-z0-9]+)*",
            "an EC2 instance type, such as t4g.nano");
    static final Scalar AMI = text("ami-([0-9a-f]{8}|[0-9a-f]{17})", "an AMI: ami- and 17 hexadecimal digits");
    static final Scalar VARIABLE = text("[A-Za-z_][A-Za-z0-9_]{0,99}",
            "the name of an environment variable, such as LOG_LEVEL");
    static final Scalar VALUE = text("[^\\u0000]{0,4000}", "a text of at most 4,000 characters").kept();
    static final Scalar TRUTH = new Scalar(Kind.BOOLEAN, Pattern.compile("true|false"), "true or false", List.of(),
            Numbers.NONE, false);

    private Words() {}

    static Scalar text(String pattern, String expects) {
        return Scalar.text(pattern, expects);
    }

    static Scalar number(int most) {
        return new Scalar(Kind.INTEGER, Pattern.compile("[1-9][0-9]{0,4}"), "a whole number from 1 to " + most,
                List.of(), new Numbers(1, most), false);
    }

    static Scalar oneOf(String... choices) {
        return new Scalar(Kind.TEXT, Pattern.compile(""), "one of " + String.join(", ", choices), List.of(choices),
                Numbers.NONE, false);
    }

    static Items list(Scalar each) {
        return new Items(each);
    }

    static Keys keys(Key... keys) {
        return new Keys(List.of(keys), false);
    }

    static Keys keysOrNone(Key... keys) {
        return new Keys(List.of(keys), true);
    }

    /** Some keys of its own, and those that it shares with others. */
    static Key[] with(Key[] shared, Key... own) {
        return Stream.concat(Stream.of(own), Stream.of(shared)).toArray(Key[]::new);
    }

    static Key required(String name, Shape shape, String meaning) {
        return new Key(name, true, shape, meaning, "");
    }

    static Key optional(String name, Shape shape, String meaning) {
        return new Key(name, false, shape, meaning, "");
    }

    static Key optional(String name, Shape shape, String meaning, String standard) {
        return new Key(name, false, shape, meaning, standard);
    }
}
