package io.flotilla.base.edge;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** The app as the platform starts it: under a prefix, behind a proxy on this machine, open to the group sales. */
public class UnderPrefix implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("flotilla.url-path", "/sales/", "flotilla.requires", "sales", "flotilla.app", "Sales");
    }
}
