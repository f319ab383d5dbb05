package io.flotilla.base.noticeboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.quarkus.runtime.configuration.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeboardSettingTest {
    @TempDir
    Path folder;

    private final List<String> opened = new ArrayList<>();

    @Test
    void aPathIsAFolder() throws Exception {
        open(folder.resolve("board").toString()).create("lock", new byte[0]);

        assertTrue(Files.exists(folder.resolve("board/lock.posting")));
        assertEquals(List.of(), opened);
    }

    @ParameterizedTest
    @CsvSource({"s3://fleet-board/dev,fleet-board dev", "s3://fleet-board/a/dev/,fleet-board a/dev",
            "s3://fleet-board,fleet-board ",
            "s3://fleet-board/,fleet-board "})
    void anS3AddressIsABucketAndAPrefix(String setting, String expected) {
        open(setting);

        assertEquals(List.of(expected.length() == 11 ? expected + " " : expected), opened);
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3:", "s3://", "s3:/bucket/x", "s3://Bucket/x", "s3://bu_cket", "s3://bucket//x",
            "s3://bucket/../x"})
    void anAddressThatIsNoneIsRefused(String setting) {
        String message = assertThrows(ConfigurationException.class, () -> open(setting)).getMessage();

        assertTrue(message.startsWith("flotilla.noticeboard"), message);
    }

    @Test
    void aProgramWithoutOneSaysWhatToSet() {
        String message = assertThrows(ConfigurationException.class,
                () -> NoticeboardProducer.open(Optional.empty(), Optional.empty())).getMessage();

        assertTrue(message.contains("FLOTILLA_NOTICEBOARD"), message);
    }

    @Test
    void aProgramBuiltWithoutS3SaysHowToBuildIt() {
        String message = assertThrows(ConfigurationException.class,
                () -> NoticeboardProducer.open(Optional.of("s3://fleet-board/dev"), Optional.empty())).getMessage();

        assertTrue(message.contains("flotilla.noticeboard-in-s3=true"), message);
    }

    private Noticeboard open(String setting) {
        return NoticeboardProducer.open(Optional.of(setting), Optional.of((bucket, prefix) -> {
            opened.add(bucket + " " + prefix);
            return new FolderNoticeboard(folder);
        }));
    }
}
