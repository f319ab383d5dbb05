package io.flotilla.deployer.scaffold.legacy;

import java.util.List;

/** The comments of one key: on lines before it, and behind it on its own. */
record Remarks(List<String> before, List<String> behind) {
    static final Remarks NONE = new Remarks(List.of(), List.of());
}
