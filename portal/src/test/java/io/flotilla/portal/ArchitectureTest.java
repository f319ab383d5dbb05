package io.flotilla.portal;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.flotilla.base.Arrows;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String ROOT = "io.flotilla.portal";
    private static final JavaClasses CLASSES = Arrows.classesOf(ROOT);

    @Test
    void packagesHaveNoCycles() {
        Arrows.packagesHaveNoCycles(ROOT).check(CLASSES);
    }

    @Test
    void thePortalKnowsNoOtherProgram() {
        Arrows.knowsNoOtherProgram(ROOT).check(CLASSES);
    }

    @Test
    void onlyTheDirectoryInCognitoKnowsAmazon() {
        Arrows.onlyTheseImportTheAwsSdk(ROOT, ".*\\.directory\\.Cognito.*").check(CLASSES);
    }
}
