package io.flotilla.base.gate;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.flotilla.base.page.HeaderSignIn;
import io.flotilla.base.page.TrialAccess;
import io.quarkus.test.junit.QuarkusTestProfile;

/** A gate before an app that knows nothing of sign-in, under a prefix, open to the group sales. */
public class TrialGate implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("flotilla.requires", "sales", "flotilla.url-path", "/old/", "flotilla.app", "Old");
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(HeaderSignIn.class, TrialAccess.class);
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(TrialUpstream.class));
    }
}
