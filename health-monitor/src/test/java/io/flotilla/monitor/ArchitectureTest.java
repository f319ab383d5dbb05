package io.flotilla.monitor;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.flotilla.base.Arrows;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String ROOT = "io.flotilla.monitor";
    private static final JavaClasses CLASSES = Arrows.classesOf(ROOT);

    @Test
    void packagesHaveNoCycles() {
        Arrows.packagesHaveNoCycles(ROOT).check(CLASSES);
    }

    @Test
    void theJudgeIsPlainJava() {
        Arrows.arePlainJava("io.flotilla.monitor.judge..", "io.flotilla.monitor.outage..", "io.flotilla.monitor.notice")
                .check(CLASSES);
    }

    @Test
    void nothingHereKnowsAmazon() {
        Arrows.onlyTheseImportTheAwsSdk(ROOT, "nothing").check(CLASSES);
    }

    @Test
    void theMonitorKnowsNoOtherProgram() {
        Arrows.knowsNoOtherProgram(ROOT).check(CLASSES);
    }
}
