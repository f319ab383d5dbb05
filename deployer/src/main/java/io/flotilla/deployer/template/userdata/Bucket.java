package io.flotilla.deployer.template.userdata;

import java.util.Optional;
import java.util.regex.Pattern;

import io.flotilla.deployer.template.InvalidTemplate;

/**
 * A folder in S3.
 *
 * @param bucket the bucket's name
 * @param prefix what the keys begin with: empty, or ending with a slash
 */
public record Bucket(String bucket, String prefix) {
    /** Neither wildcards nor policy variables: the location becomes part of what a role may do. */
    private static final Pattern LOCATION = Pattern
            .compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])/?([A-Za-z0-9_./-]*)");

    /** @return empty if the location is not in S3 */
    public static Optional<Bucket> of(String location) {
        if (!location.startsWith("s3:")) {
            return Optional.empty();
        }
        var matcher = LOCATION.matcher(location);
        if (!matcher.matches()) {
            throw new InvalidTemplate(
                    "\"%s\" is no s3://bucket/prefix of letters, digits and ._/-".formatted(location));
        }
        var prefix = matcher.group(2);
        return Optional
                .of(new Bucket(matcher.group(1), prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/"));
    }

    /** The folder of that name in it. */
    public Bucket folder(String name) {
        return new Bucket(bucket, prefix + name + "/");
    }

    /** With a slash at the end. */
    String location() {
        return "s3://" + bucket + "/" + prefix;
    }
}
