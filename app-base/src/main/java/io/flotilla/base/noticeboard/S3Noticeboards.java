package io.flotilla.base.noticeboard;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.properties.IfBuildProperty;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Opens noticeboards in S3 with the client that Quarkus configures. Most dashboards are built without Amazon's client: there
 * this class is left out of the build, and nothing that remains refers to a class that is missing.
 */
@ApplicationScoped
@IfBuildProperty(name = "flotilla.noticeboard-in-s3", stringValue = "true")
class S3Noticeboards implements S3Door {
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final S3Client client;

    S3Noticeboards(S3Client client) {
        this.client = client;
    }

    @Override
    public Noticeboard open(String bucket, String prefix) {
        return new S3Noticeboard(client, bucket, prefix, ANSWER);
    }
}
