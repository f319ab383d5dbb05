package io.flotilla.base.noticeboard;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.quarkus.runtime.configuration.ConfigurationException;

/** The noticeboard that the setting {@code flotilla.noticeboard} names. */
@ApplicationScoped
class NoticeboardProducer {
    /** Bucket names by <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html">S3's rules</a>. */
    private static final Pattern S3 = Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/(.*?))?/?");

    private final NoticeboardConfig config;
    private final Instance<S3Door> s3;

    NoticeboardProducer(NoticeboardConfig config, Instance<S3Door> s3) {
        this.config = config;
        this.s3 = s3;
    }

    @Produces
    @Singleton
    Noticeboard noticeboard() {
        return open(config.noticeboard(), s3.isUnsatisfied() ? Optional.empty() : Optional.of(s3.get()));
    }

    static Noticeboard open(Optional<String> setting, Optional<S3Door> s3) {
        String place = setting.orElseThrow(() -> new ConfigurationException("no noticeboard: set "
                + "flotilla.noticeboard (in the environment: FLOTILLA_NOTICEBOARD) to a folder or to s3://bucket/prefix"));
        try {
            return place.startsWith("s3:") ? inS3(place, s3) : new FolderNoticeboard(Path.of(place));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("flotilla.noticeboard: " + e.getMessage());
        }
    }

    private static Noticeboard inS3(String place, Optional<S3Door> s3) {
        Matcher named = S3.matcher(place);
        if (!named.matches()) {
            throw new ConfigurationException("flotilla.noticeboard is \"" + place + "\"; write s3://bucket/prefix");
        }
        S3Door door = s3.orElseThrow(() -> new ConfigurationException("flotilla.noticeboard is " + place + ", but this "
                + "program was built for noticeboards in folders only: build it with the dependency quarkus-amazon-s3 and "
                + "flotilla.noticeboard-in-s3=true in its application.properties"));
        return door.open(named.group(1), Key.validPrefix(named.group(2) == null ? "" : named.group(2)));
    }
}
