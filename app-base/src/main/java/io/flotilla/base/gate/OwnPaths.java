package io.flotilla.base.gate;

import java.util.List;
import java.util.Set;

/** The few paths, without the app's prefix, that the gate answers itself. */
final class OwnPaths {
    static final String PAGES = "/_flotilla/";
    static final String ASSETS = PAGES + "assets/";
    /** What a stranger may see. */
    static final List<String> OPEN = List.of("/q/health/live", "/q/health/ready", "/signed-out", ASSETS + "*");
    private static final Set<String> EXACT = Set.of("/q/health/live", "/q/health/ready", "/sign-in", "/sign-out",
            "/signed-out");

    private OwnPaths() {}

    /** @param path as it stands in the request, neither decoded nor tidied: whatever is spelled otherwise is the app's */
    static boolean has(String path) {
        return EXACT.contains(path) || path.startsWith(PAGES);
    }
}
