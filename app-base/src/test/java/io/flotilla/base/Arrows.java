package io.flotilla.base;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

/** The rules about who may know whom that every module of the house is held to. */
public final class Arrows {
    private Arrows() {}

    /** The production classes of one program, such as {@code io.flotilla.portal}, and no others. */
    public static JavaClasses classesOf(String rootPackage) {
        return new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(rootPackage);
    }

    /** Packages depend on one another in one direction. */
    public static ArchRule packagesHaveNoCycles(String rootPackage) {
        return slices().matching(rootPackage + ".(*)..").should().beFreeOfCycles();
    }

    /** Rules and state machines are plain Java, so that they can be read, simulated and tested without a container. */
    public static ArchRule arePlainJava(String... packages) {
        return noClasses().that().resideInAnyPackage(packages)
                .should().dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "jakarta..", "io.vertx..", "io.smallrye..",
                        "org.eclipse.microprofile..")
                .allowEmptyShould(true);
    }

    /** Amazon's SDK has one door a module; everything else speaks in the house's own words. */
    public static ArchRule onlyTheseImportTheAwsSdk(String rootPackage, String namePattern) {
        return noClasses().that().resideInAPackage(rootPackage + "..").and().haveNameNotMatching(namePattern)
                .should().dependOnClassesThat()
                .resideInAnyPackage("software.amazon.awssdk..", "io.quarkiverse.amazon..");
    }

    /** Between programs there is only HTTP and the noticeboard. */
    public static ArchRule knowsNoOtherProgram(String rootPackage) {
        return noClasses().that().resideInAPackage(rootPackage + "..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe("belong to another program",
                        other -> belongsToAnother(other.getPackageName(), rootPackage)));
    }

    private static boolean belongsToAnother(String name, String rootPackage) {
        return name.startsWith("io.flotilla.") && !inside(name, rootPackage) && !inside(name, "io.flotilla.base");
    }

    private static boolean inside(String name, String rootPackage) {
        return name.equals(rootPackage) || name.startsWith(rootPackage + ".");
    }
}
