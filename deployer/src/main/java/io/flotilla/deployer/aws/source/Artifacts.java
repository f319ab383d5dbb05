package io.flotilla.deployer.aws.source;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;

import io.flotilla.deployer.aws.client.Asking;
import io.flotilla.deployer.aws.client.Aws;
import io.flotilla.deployer.template.userdata.Bucket;
import software.amazon.awssdk.core.sync.RequestBody;

/** The artifacts of an environment in S3: {@code <noticeboard>/artifacts/<App>/<SHA-256>}. */
final class Artifacts {
    private static final Pattern NAME = Pattern.compile("([^/]+)/([0-9a-f]{64})");

    private final Aws aws;
    private final Bucket folder;

    Artifacts(Aws aws, Bucket folder) {
        this.aws = aws;
        this.folder = folder;
    }

    /** The digest of each app's artifact that was published last, by one paged listing of all of them. */
    Map<String, String> newest() {
        var newest = new HashMap<String, String>();
        var times = new HashMap<String, Instant>();
        Asking.ask("s3:ListBucket", folder.bucket(), () -> {
            aws.s3().listObjectsV2Paginator(request -> request.bucket(folder.bucket()).prefix(folder.prefix()))
                    .contents().forEach(object -> {
                        var name = NAME.matcher(object.key().substring(folder.prefix().length()));
                        if (name.matches() && !object.lastModified()
                                .isBefore(times.getOrDefault(name.group(1), Instant.MIN))) {
                            newest.put(name.group(1), name.group(2));
                            times.put(name.group(1), object.lastModified());
                        }
                    });
            return newest;
        });
        return newest;
    }

    /**
     * Sends it, also if it is there already: what was published last is the newest. What a fast-jar build leaves behind is
     * packed into one file.
     *
     * @param name     the app's, or the gate's
     * @param artifact a binary, a jar, or a fast-jar's folder or the jar in it
     */
    String publish(String name, Path artifact) {
        var packed = FastJar.of(artifact).map(FastJar::pack);
        try {
            return send(name, packed.orElse(artifact));
        } finally {
            packed.ifPresent(file -> file.toFile().delete());
        }
    }

    private String send(String name, Path artifact) {
        var digest = digest(artifact);
        Asking.ask("s3:PutObject", artifact.toString(), () -> aws.s3().putObject(request -> request
                .bucket(folder.bucket()).key(folder.prefix() + name + "/" + digest), RequestBody.fromFile(artifact)));
        return digest;
    }

    private static String digest(Path file) {
        try (var in = Files.newInputStream(file)) {
            var sha256 = MessageDigest.getInstance("SHA-256");
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), sha256));
            return HexFormat.of().formatHex(sha256.digest());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
