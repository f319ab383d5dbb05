package io.flotilla.base.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** Templates name icons by text, so a misspelt one would only be seen missing. */
class IconsTest {
    private static final Pattern KNOWN = Pattern.compile("\\{#case \"([a-z-]+)\"}");
    private static final Pattern USED = Pattern.compile("(?:\\{#icon |icon=)\"([a-z-]+)\"");

    @Test
    void everyIconThatATemplateOfTheHouseNamesIsThere() throws IOException {
        var known = names(KNOWN, Files.readString(Path.of("src/main/resources/templates/base/icon.html")));
        assertFalse(known.isEmpty());
        var missing = new TreeSet<String>();
        for (var module : new String[]{"app-base", "portal", "health-monitor", "deployer"}) {
            var folder = Path.of("..", module, "src", "main", "resources", "templates");
            if (Files.isDirectory(folder)) {
                try (var files = Files.walk(folder)) {
                    for (var file : files.filter(Files::isRegularFile).toList()) {
                        var used = names(USED, Files.readString(file));
                        used.removeAll(known);
                        used.forEach(name -> missing.add(file + ": " + name));
                    }
                }
            }
        }
        assertEquals(new TreeSet<>(), missing);
    }

    @Test
    void everyIconOfAnErrorPageIsThere() throws IOException {
        var known = names(KNOWN, Files.readString(Path.of("src/main/resources/templates/base/icon.html")));
        for (int status = 400; status < 600; status++) {
            var icon = io.flotilla.base.page.error.ErrorPage.of(status).icon();
            assertEquals(true, known.contains(icon), status + " " + icon);
        }
    }

    private static TreeSet<String> names(Pattern pattern, String text) {
        var names = new TreeSet<String>();
        var matcher = pattern.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }
}
