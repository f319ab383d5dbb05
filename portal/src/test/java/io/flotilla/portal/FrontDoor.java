package io.flotilla.portal;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.quarkus.test.junit.QuarkusTestProfile;

/** The portal at {@code /portal/} of the fleet in {@link Marina}, whose people sign in by {@link PersonHeader}. */
public class FrontDoor implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("flotilla.url-path", "/portal/", "flotilla.fleet", "davinci-labs", "flotilla.title", "Portal",
                "flotilla.home.locked-tiles", "true", "flotilla.mail.retry-first", "100ms");
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(PersonHeader.class);
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Marina.class));
    }

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }
}
