package io.flotilla.deployer.simulation.cloud;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class CloudKnowsNoRolloutTest {

    @Test
    void whatIsTriedInTheSimulatedCloudHasNoPartInIt() {
        noClasses().should().dependOnClassesThat()
                .resideInAnyPackage("io.flotilla.deployer.rollout..", "io.flotilla.deployer.journal..")
                .check(new ClassFileImporter().importPackages(getClass().getPackageName()));
    }
}
