package io.flotilla.base.noticeboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The noticeboard of programs on several machines. A version is the object's ETag; compare-and-set is done by S3 itself
 * (<a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-requests.html">conditional requests</a>).
 */
public final class S3Noticeboard implements Noticeboard {
    /** Of a request that collides with another one under way; S3 says to repeat it. Together they take under a second. */
    private static final int ATTEMPTS = 6;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(25);

    private final S3Client s3;
    private final String bucket;
    private final String folder;
    private final AwsRequestOverrideConfiguration limits;

    /**
     * @param prefix of all objects, such as {@code dev}; empty for the whole bucket
     * @param answer how long to wait for one answer; a request is given up after three times that
     */
    public S3Noticeboard(S3Client s3, String bucket, String prefix, Duration answer) {
        this.s3 = s3;
        this.bucket = bucket;
        this.folder = prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
        this.limits = AwsRequestOverrideConfiguration.builder().apiCallAttemptTimeout(answer)
                .apiCallTimeout(answer.multipliedBy(3)).build();
    }

    @Override
    public Optional<Posting> read(String key) {
        Key.valid(key);
        try {
            return stored(key).map(object -> new Posting(key, object.response().eTag(), opened(key, object)));
        } catch (SdkException e) {
            throw failed("read", key, e);
        }
    }

    @Override
    public List<String> keys(String prefix) {
        Key.validPrefix(prefix);
        try {
            return s3.listObjectsV2Paginator(
                    list -> list.bucket(bucket).prefix(folder + prefix).overrideConfiguration(limits)).contents()
                    .stream()
                    .map(S3Object::key).map(key -> key.substring(folder.length())).filter(Key::isValid).sorted()
                    .toList();
        } catch (SdkException e) {
            throw failed("list", prefix, e);
        }
    }

    @Override
    public Posting create(String key, byte[] body) throws Superseded {
        return put(Key.valid(key), body, put -> put.ifNoneMatch("*"));
    }

    @Override
    public Posting replace(Posting read, byte[] body) throws Superseded {
        return put(Key.valid(read.key()), body, put -> put.ifMatch(read.version()));
    }

    @Override
    public void remove(Posting read) throws Superseded {
        String key = Key.valid(read.key());
        try {
            again(() -> s3.deleteObject(delete -> delete.bucket(bucket).key(folder + key).ifMatch(read.version())
                    .overrideConfiguration(limits)));
        } catch (SdkException e) {
            if (!lost(e)) {
                throw failed("remove", key, e);
            }
            if (stored(key).isPresent()) {
                throw new Superseded(key);
            }
        }
    }

    /**
     * An answer may get lost on its way, and then the client's own repetition meets what it wrote itself. So whatever went
     * wrong, what is stored now tells whether this write took place: no other write's bytes are the same.
     */
    private Posting put(String key, byte[] body, Consumer<PutObjectRequest.Builder> condition) throws Superseded {
        byte[] sealed = Seal.seal(body);
        try {
            String version = again(() -> s3.putObject(put -> condition.accept(put.bucket(bucket).key(folder + key)
                    .contentType("application/octet-stream").overrideConfiguration(limits)),
                    RequestBody.fromBytes(sealed))).eTag();
            return new Posting(key, version, body);
        } catch (SdkException e) {
            Optional<String> written = versionOf(key, sealed);
            if (written.isPresent()) {
                return new Posting(key, written.get(), body);
            }
            if (lost(e)) {
                throw new Superseded(key);
            }
            throw failed("write", key, e);
        }
    }

    private Optional<String> versionOf(String key, byte[] sealed) {
        try {
            return stored(key).filter(object -> Arrays.equals(object.asByteArrayUnsafe(), sealed))
                    .map(object -> object.response().eTag());
        } catch (SdkException theFirstErrorSaysMore) {
            return Optional.empty();
        }
    }

    private Optional<ResponseBytes<GetObjectResponse>> stored(String key) {
        try {
            return Optional.of(s3.getObjectAsBytes(
                    get -> get.bucket(bucket).key(folder + key).overrideConfiguration(limits)));
        } catch (NoSuchKeyException nobodyPostedIt) {
            return Optional.empty();
        }
    }

    private byte[] opened(String key, ResponseBytes<GetObjectResponse> object) {
        try {
            return Seal.open(object.asByteArrayUnsafe(), this + "/" + key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T again(Supplier<T> request) {
        for (int attempt = 1;; attempt++) {
            try {
                return request.get();
            } catch (S3Exception e) {
                if (e.statusCode() != 409 || attempt == ATTEMPTS) {
                    throw e;
                }
                LockSupport.parkNanos(FIRST_PAUSE.toNanos() << (attempt - 1));
            }
        }
    }

    /** 412: another version is there; 404: none is there any more. */
    private static boolean lost(SdkException e) {
        return e instanceof S3Exception answer && (answer.statusCode() == 412
                || answer.statusCode() == 404 && !"NoSuchBucket".equals(answer.awsErrorDetails().errorCode()));
    }

    private UncheckedIOException failed(String verb, String key, SdkException e) {
        return new UncheckedIOException(new IOException(
                "cannot %s \"%s\" on the noticeboard %s: %s".formatted(verb, key, this, e.getMessage()), e));
    }

    @Override
    public String toString() {
        return ("s3://" + bucket + "/" + folder).replaceFirst("/$", "");
    }
}
