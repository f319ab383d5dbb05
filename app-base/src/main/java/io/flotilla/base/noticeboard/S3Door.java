package io.flotilla.base.noticeboard;

/** Opens noticeboards in S3; a bean of programs that were built with {@code flotilla.noticeboard-in-s3=true}. */
interface S3Door {
    Noticeboard open(String bucket, String prefix);
}
