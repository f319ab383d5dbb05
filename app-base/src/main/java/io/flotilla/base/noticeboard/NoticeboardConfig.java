package io.flotilla.base.noticeboard;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Where the fleet's programs leave postings for one another. */
@ConfigMapping(prefix = "flotilla")
interface NoticeboardConfig {

    /** A folder, or {@code s3://bucket/prefix}; without it the program has no noticeboard. */
    Optional<String> noticeboard();
}
