package io.flotilla.base.page.asset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

import io.flotilla.base.page.Links;
import io.quarkus.runtime.LaunchMode;

/**
 * Style sheets, scripts and pictures: every file in the folder {@code assets} of the class path, app-base's and the
 * program's own. A URL names the file's content, so that browsers may keep it for ever and a new release is seen at once.
 */
@Named("assets")
@ApplicationScoped
public class Assets {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*(\\.[a-z0-9-]+)+");

    private final Links links;
    private final boolean changing = LaunchMode.current() == LaunchMode.DEVELOPMENT;
    private final Map<String, Asset> loaded = new ConcurrentHashMap<>();

    Assets(Links links) {
        this.links = links;
    }

    /**
     * Where a page loads a file from: {@code /sales/assets/0123456789ab/flotilla.css}.
     *
     * @throws IllegalArgumentException if there is no such file
     */
    public String url(String name) {
        var asset = find(name)
                .orElseThrow(
                        () -> new IllegalArgumentException("there is no file %s in the folder assets".formatted(name)));
        return links.to("/assets/%s/%s".formatted(asset.version(), asset.name()));
    }

    Optional<Asset> find(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(changing ? load(name) : loaded.computeIfAbsent(name, Assets::load));
    }

    private static Asset load(String name) {
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream("assets/" + name)) {
            return file == null ? null : Asset.of(name, file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
