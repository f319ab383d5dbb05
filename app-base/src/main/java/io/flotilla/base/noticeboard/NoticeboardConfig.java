package io.flotilla.base.noticeboard;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** Where the fleet's programs leave postings for one another. */
@ConfigMapping(prefix = "flotilla")
interface NoticeboardConfig {

    /** A folder, or {@code s3://bucket/prefix}; without it the program has no noticeboard. */
    Optional<String> noticeboard();

    /** The AWS region of the bucket, such as {@code eu-west-1}; without it, the one that the program runs in. */
    Optional<String> region();

    /** Read when the program is built: whether it takes along what {@code s3://} needs. */
    @WithName("noticeboard-in-s3")
    @WithDefault("false")
    boolean inS3();
}
