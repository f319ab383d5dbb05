package io.flotilla.deployer.scaffold.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javax.lang.model.SourceVersion;

/**
 * All the names of a dashboard, from the one that it has in the catalogue.
 *
 * @param app such as {@code LMSPortal}
 */
public record DashboardName(String app) {

    /** {@code LMS Portal}. */
    public String title() {
        return String.join(" ", words());
    }

    /** Of the repository, its folder and its artifact: {@code lms-portal}. */
    public String repository() {
        return String.join("-", words()).toLowerCase(Locale.ROOT);
    }

    /** {@code LMSPortalPage}. */
    public String page() {
        return Character.toUpperCase(app.charAt(0)) + app.substring(1) + "Page";
    }

    /** @param host the fleet's, whose names turned around begin the package: {@code com.example.labs.lmsportal} */
    public String javaPackage(Optional<String> host) {
        var parts = new ArrayList<String>();
        host.ifPresent(name -> List.of(name.split("\\.")).forEach(part -> parts.add(0, identifier(part))));
        if (parts.isEmpty()) {
            parts.add("dashboards");
        }
        parts.add(identifier(app));
        return String.join(".", parts);
    }

    private List<String> words() {
        return List.of(app.split("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])"));
    }

    private static String identifier(String word) {
        var letters = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return SourceVersion.isName(letters) ? letters : "_" + letters;
    }
}
