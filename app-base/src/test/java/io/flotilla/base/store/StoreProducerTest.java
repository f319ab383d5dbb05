package io.flotilla.base.store;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import io.quarkus.runtime.configuration.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreProducerTest {
    private record Config(Optional<String> database, String platform, boolean requiredOnAws) implements StoreConfig {}

    @Test
    void aProgramThatKeepsRowsRefusesToStartOnAwsWithoutADatabase() {
        String message = assertThrows(ConfigurationException.class,
                () -> store(new Config(Optional.empty(), "aws", true))).getMessage();

        assertTrue(message.contains("portal does not start on platform aws without PostgreSQL"), message);
        assertTrue(message.contains("FLOTILLA_DATABASE"), message);
    }

    @Test
    void aProgramThatKeepsRowsRefusesToStartOnAwsOnAFile() {
        assertThrows(ConfigurationException.class, () -> store(new Config(Optional.of("sqlite:x.db"), "aws", true)));
    }

    @Test
    void aDashboardStartsOnAwsWithoutADatabase() {
        assertInstanceOf(NoStore.class, store(new Config(Optional.empty(), "aws", false)));
    }

    @Test
    void aProgramThatKeepsRowsStartsElsewhereWithoutADatabase() {
        assertInstanceOf(NoStore.class, store(new Config(Optional.empty(), "local", true)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ssm:/fleet/dev/db", "oracle:thin", "postgresql://ada:secret@"})
    void aSettingThatMakesNoSenseIsRefused(String setting) {
        assertThrows(ConfigurationException.class, () -> store(new Config(Optional.of(setting), "local", false)));
    }

    private static Store store(StoreConfig config) {
        return new StoreProducer(config, "portal", null, null).store();
    }
}
