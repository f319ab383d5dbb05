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
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Style sheets, scripts and pictures: every file in the folder {@code assets} of the class path, app-base's and the
 * program's own. A URL names the file's content, so that browsers may keep it for ever and a new release is seen at once.
 */
@Named("assets")
@ApplicationScoped
public class Assets {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*(\\.[a-z0-9-]+)+");

    /** Where in the app they are; a gate has them elsewhere, because this path may be its app's. */
    static final String PATH = "flotilla.assets-path";
    static final String DEFAULT_PATH = "/assets/";

    private final Links links;
    private final String path;
    private final boolean changing = LaunchMode.current() == LaunchMode.DEVELOPMENT;
    private final Map<String, Asset> loaded = new ConcurrentHashMap<>();

    Assets(Links links, @ConfigProperty(name = PATH, defaultValue = DEFAULT_PATH) String path) {
        this.links = links;
        this.path = path;
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
        return links.to("%s%s/%s".formatted(path, asset.version(), asset.name()));
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
