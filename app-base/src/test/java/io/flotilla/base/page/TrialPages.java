package io.flotilla.base.page;

import java.util.Map;
import java.util.Set;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A program under a prefix whose people sign in by {@link HeaderSignIn} and which requires the groups sales and chervon. */
public class TrialPages implements QuarkusTestProfile {
    public static final String PERSON = "Ana Castro;sales,chervon";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("flotilla.requires", "sales,chervon", "flotilla.url-path", "/trial/", "flotilla.fleet",
                "davinci-labs", "flotilla.title", "Sales", "quarkus.http.limits.max-body-size", "10M");
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(HeaderSignIn.class, TrialAccess.class);
    }
}
