package io.flotilla.deployer.local.group;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flotilla.base.catalogue.App;
import io.flotilla.deployer.local.instance.LaunchVersion;

/** The versions of one app's launch template, a small file each. They number from 1 and outlive the launcher. */
final class LaunchVersions {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SUFFIX = ".json";

    private final String app;
    private final Path folder;

    LaunchVersions(String app, Path folder) {
        this.app = app;
        this.folder = folder;
    }

    /** Oldest first. */
    List<LaunchVersion> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX)).map(this::read)
                    .sorted(Comparator.comparingInt(version -> Integer.parseInt(version.id()))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<LaunchVersion> newest() {
        return all().stream().reduce((older, newer) -> newer);
    }

    Optional<LaunchVersion> find(String id) {
        return all().stream().filter(version -> version.id().equals(id)).findFirst();
    }

    /** A version that brings this; the newest one, if it does already. */
    LaunchVersion add(Definition definition, Artifacts.Copy copy) {
        var newest = newest();
        var next = new LaunchVersion(app,
                Integer.toString(newest.map(LaunchVersion::id).map(Integer::parseInt).orElse(0) + 1),
                copy.digest(), definition.runtime(), copy.program().toString(), definition.source(),
                definition.settings(), definition.role());
        if (newest.filter(next::bringsWhat).isPresent()) {
            return newest.get();
        }
        write(next);
        return next;
    }

    void forget(LaunchVersion version) {
        try {
            Files.deleteIfExists(folder.resolve(version.id() + SUFFIX));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(LaunchVersion version) {
        var json = JSON.createObjectNode().put("id", version.id()).put("revision", version.revision())
                .put("runtime", version.runtime().name().toLowerCase(Locale.ROOT)).put("program", version.program())
                .put("source", version.source().toString());
        version.role().ifPresent(role -> json.put("role", role.name()));
        var settings = json.putObject("settings");
        version.settings().forEach(settings::put);
        try {
            Files.createDirectories(folder);
            var torn = Files.writeString(folder.resolve(version.id() + ".torn"), json.toPrettyString());
            Files.move(torn, folder.resolve(version.id() + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LaunchVersion read(Path file) {
        try {
            var json = JSON.readTree(file.toFile());
            var settings = new TreeMap<String, String>();
            json.get("settings").fields()
                    .forEachRemaining(entry -> settings.put(entry.getKey(), entry.getValue().asText()));
            return new LaunchVersion(app, json.get("id").asText(), json.get("revision").asText(),
                    App.Runtime.valueOf(json.get("runtime").asText().toUpperCase(Locale.ROOT)),
                    json.get("program").asText(),
                    Path.of(json.path("source").asText(json.get("program").asText())), settings,
                    Optional.ofNullable(json.get("role")).map(JsonNode::asText).map(App.Role::valueOf));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
