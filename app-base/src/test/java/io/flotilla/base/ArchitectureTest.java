package io.flotilla.base;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String ROOT = "io.flotilla.base";
    private static final JavaClasses CLASSES = Arrows.classesOf(ROOT);

    @Test
    void packagesHaveNoCycles() {
        Arrows.packagesHaveNoCycles(ROOT).check(CLASSES);
    }

    @Test
    void theAccessRulesArePlainJava() {
        Arrows.arePlainJava("io.flotilla.base.access..").check(CLASSES);
    }

    @Test
    void onlyTheNoticeboardInS3KnowsAmazon() {
        Arrows.onlyTheseImportTheAwsSdk(ROOT, ".*\\.noticeboard\\.S3.*").check(CLASSES);
    }

    @Test
    void theBaseKnowsNoProgram() {
        Arrows.knowsNoOtherProgram(ROOT).check(CLASSES);
    }
}
