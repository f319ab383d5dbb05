package io.flotilla.deployer.scaffold.dashboard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.file.DurableFile;
import io.flotilla.deployer.scaffold.fleet.FleetEntry;
import io.flotilla.deployer.terminal.Failure;

/**
 * A new dashboard before it is there.
 *
 * @param app    as the catalogue will have it
 * @param before the catalogue's bytes that it was worked out from
 * @param yaml   the catalogue's new text
 * @param files  the dashboard's files by their paths in its folder
 */
public record Draft(Wish wish, FleetEntry entry, App app, byte[] before, String yaml, Map<String, String> files) {

    /**
     * Writes both, or neither: the folder appears whole, and is taken away again if the catalogue cannot be written.
     *
     * @throws Failure if a disk refuses, or somebody has changed the catalogue meanwhile
     */
    public void write() {
        var folder = wish.folder().toAbsolutePath().normalize();
        var draft = folder.resolveSibling("." + folder.getFileName() + ".draft");
        try {
            if (Files.exists(draft)) {
                throw new Failure(
                        "%s is left from another try, or somebody is at it; remove it and try again".formatted(draft));
            }
            try {
                writeFiles(draft);
                Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException | RuntimeException failure) {
                remove(draft);
                throw failure;
            }
            try {
                writeCatalogue();
            } catch (IOException | RuntimeException failure) {
                remove(folder);
                throw failure;
            }
        } catch (IOException failure) {
            throw new Failure("nothing was written: %s".formatted(failure), failure);
        }
    }

    private void writeFiles(Path folder) throws IOException {
        for (var file : files.entrySet()) {
            var path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        if (!folder.resolve("mvnw").toFile().setExecutable(true, false)) {
            throw new IOException("mvnw cannot be made executable");
        }
    }

    private void writeCatalogue() throws IOException {
        // A link to the catalogue stays one.
        var file = wish.fleet().toRealPath();
        var draft = file.resolveSibling("." + file.getFileName() + ".draft");
        Files.copy(file, draft, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
        try {
            if (!Arrays.equals(Files.readAllBytes(draft), before)) {
                throw new Failure("%s was changed meanwhile; nothing was written, try again".formatted(wish.fleet()));
            }
            DurableFile.replace(file, yaml.getBytes(StandardCharsets.UTF_8), draft);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var paths = Files.walk(folder)) {
                for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
