package io.flotilla.deployer.scaffold.dashboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of a new dashboard, by their paths in it. */
final class ProjectFiles {
    /** Where a word of the project goes into a file. */
    private static final Pattern WORD = Pattern.compile("@([a-z-]+)@");

    private final Map<String, String> words;

    /** @param words by name, such as {@code title}, as they are; each file has them as its language wants them */
    ProjectFiles(Map<String, String> words) {
        this.words = Map.copyOf(words);
    }

    /** In the order in which a person would read them. */
    Map<String, String> all() {
        var folder = words.get("package").replace('.', '/');
        var page = words.get("page");
        var files = new LinkedHashMap<String, String>();
        add(files, "README.md", "README.md");
        add(files, "pom.xml", "pom.xml");
        add(files, "src/main/java/%s/%s.java".formatted(folder, page), "Page.java");
        add(files, "src/test/java/%s/%sTest.java".formatted(folder, page), "PageTest.java");
        add(files, "src/main/resources/application.properties", "application.properties");
        add(files, ".github/workflows/build.yml", "build.yml");
        add(files, ".github/settings.xml", "settings.xml");
        add(files, ".gitignore", "gitignore");
        add(files, ".gitattributes", "gitattributes");
        add(files, "mvnw", "wrapper/mvnw");
        add(files, "mvnw.cmd", "wrapper/mvnw.cmd");
        add(files, ".mvn/wrapper/maven-wrapper.properties", "wrapper/maven-wrapper.properties");
        return files;
    }

    private void add(Map<String, String> files, String path, String resource) {
        var text = text(resource);
        files.put(path, resource.startsWith("wrapper/")
                ? text
                : WORD.matcher(text).replaceAll(word -> Matcher.quoteReplacement(written(word.group(1), path))));
    }

    private String written(String word, String path) {
        var value = words.get(word);
        if (path.endsWith(".xml")) {
            return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        }
        if (path.endsWith(".java")) {
            return value.replace("\\", "\\\\").replace("\"", "\\\"");
        }
        // A property's value may name another by ${…}; this one does not mean to.
        return path.endsWith(".properties") ? value.replace("\\", "\\\\\\\\").replace("$", "\\\\$") : value;
    }

    private static String text(String resource) {
        var path = "/io/flotilla/deployer/scaffold/dashboard/" + resource;
        try (var in = ProjectFiles.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the program was built without " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
