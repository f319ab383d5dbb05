package io.flotilla.deployer.aws;

import java.net.URI;
import java.time.Duration;

import io.flotilla.base.noticeboard.Noticeboard;
import io.flotilla.base.noticeboard.S3Noticeboard;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A noticeboard in S3 for the length of one command, with the credentials that the AWS command line would use. It has a
 * client of its own, because a command does not boot Quarkus, which configures those of the other programs.
 */
public final class NoticeboardInS3 implements AutoCloseable {
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final S3Client client;
    private final Noticeboard noticeboard;

    /**
     * @param place  {@code s3://bucket/prefix}, as the catalogue has it
     * @param region the environment's
     */
    public NoticeboardInS3(String place, String region) {
        var location = URI.create(place);
        client = S3Client.builder().region(Region.of(region)).httpClient(UrlConnectionHttpClient.create()).build();
        noticeboard = new S3Noticeboard(client, location.getHost(), location.getPath().replaceAll("^/|/$", ""), ANSWER);
    }

    public Noticeboard noticeboard() {
        return noticeboard;
    }

    @Override
    public void close() {
        client.close();
    }
}
