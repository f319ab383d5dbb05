package io.flotilla.deployer;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.flotilla.base.Arrows;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String ROOT = "io.flotilla.deployer";
    private static final JavaClasses CLASSES = Arrows.classesOf(ROOT);

    @Test
    void packagesHaveNoCycles() {
        Arrows.packagesHaveNoCycles(ROOT).check(CLASSES);
    }

    @Test
    void templatesPlansAndRolloutsArePlainJava() {
        Arrows.arePlainJava(ROOT + ".template..", ROOT + ".plan..", ROOT + ".rollout..").check(CLASSES);
    }

    @Test
    void onlyThePortsOnAwsKnowAmazon() {
        Arrows.onlyTheseImportTheAwsSdk(ROOT, ".*\\.deployer\\.aws\\..*").check(CLASSES);
    }

    @Test
    void theDeployerKnowsNoOtherProgram() {
        Arrows.knowsNoOtherProgram(ROOT).check(CLASSES);
    }
}
