package io.flotilla.base.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

class AwsEmulatorTest {

    @Test
    void keepsWhatIsMadeInItUntilItIsReset() {
        var emulator = AwsEmulator.fresh();
        try (var s3 = S3Client.builder().endpointOverride(emulator.endpoint()).region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .forcePathStyle(true).httpClient(UrlConnectionHttpClient.create()).build()) {
            s3.createBucket(bucket -> bucket.bucket("fleet"));
            assertEquals(1, s3.listBuckets().buckets().size());
            emulator.reset();
            assertTrue(s3.listBuckets().buckets().isEmpty());
        }
    }

    @Test
    void isOneForAllTestsOfAJvm() {
        assertSame(AwsEmulator.fresh(), AwsEmulator.fresh());
    }
}
