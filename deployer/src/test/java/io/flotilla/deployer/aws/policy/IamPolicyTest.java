package io.flotilla.deployer.aws.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.flotilla.base.catalogue.App.Runtime;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.base.noticeboard.S3Noticeboard;
import io.flotilla.deployer.template.Fleets;
import org.junit.jupiter.api.Test;

/** The printed policy against what the compiled program calls: nothing is missing from it, and nothing is too much. */
class IamPolicyTest {
    private static final EnvironmentView VIEW = Fleets.signingIn(
            "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_EXAMPLE", "client", Fleets.portal(),
            Fleets.app(Runtime.PYTHON));
    /** How IAM calls a service whose client is named otherwise. */
    private static final Map<String, String> PREFIXES = Map.of("elasticloadbalancingv2", "elasticloadbalancing",
            "cognitoidentityprovider", "cognito-idp");
    /** S3's actions that are not called as its operations are. */
    private static final Map<String, String> RENAMED = Map.of("s3:ListObjectsV2", "s3:ListBucket",
            "s3:GetObjectAsBytes", "s3:GetObject");
    /** Not called by us, but asked for by what we call. */
    private static final Set<String> IMPLIED = Set.of("iam:PassRole", "ec2:RunInstances", "ec2:CreateTags");

    @Test
    void allowsEveryCallThatTheProgramMakes() {
        var missing = new TreeSet<>(called());
        missing.removeAll(allowed(IamPolicy.of(VIEW)));
        assertEquals(Set.of(), missing);
    }

    @Test
    void allowsNothingThatTheProgramDoesNotCall() {
        var tooMuch = new TreeSet<>(allowed(IamPolicy.of(VIEW)));
        tooMuch.removeAll(called());
        assertEquals(IMPLIED, tooMuch);
    }

    @Test
    void everySecretAndPostingIsTheEnvironmentsOwn() {
        var statement = statement("Secrets");
        statement.path("Resource").forEach(resource -> assertTrue(resource.textValue()
                .startsWith("arn:aws:ssm:us-east-1:123456789012:parameter/davinci-labs/dev"), resource.textValue()));
        assertEquals("arn:aws:s3:::fleet-example/dev/*", statement("Noticeboard").at("/Resource/0").textValue());
        assertEquals("davinci-labs",
                statement("Groups").at("/Condition/StringEquals").path("aws:ResourceTag/flotilla:fleet").textValue());
        assertEquals(ServiceRolePolicy.arn(VIEW), statement("CloudFormationsRole").at("/Resource/0").textValue());
    }

    @Test
    void onlyCloudFormationTakesOnItsRole() {
        assertEquals("cloudformation.amazonaws.com",
                ServiceRolePolicy.trust().at("/Statement/0/Principal/Service").textValue());
    }

    private static JsonNode statement(String id) {
        return StreamSupport.stream(IamPolicy.of(VIEW).path("Statement").spliterator(), false)
                .filter(statement -> statement.path("Sid").textValue().equals(id)).findFirst().orElseThrow();
    }

    private static Set<String> allowed(JsonNode policy) {
        var actions = new TreeSet<String>();
        policy.path("Statement").forEach(statement -> statement.path("Action")
                .forEach(action -> actions.add(action.textValue())));
        return actions;
    }

    /** Every call of an operation on a client of the SDK, in the deployer and in the noticeboard that it uses. */
    private static Set<String> called() {
        var classes = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.flotilla.deployer.aws");
        var board = new ClassFileImporter().importClasses(S3Noticeboard.class);
        return Stream.of(classes, board).flatMap(imported -> imported.stream())
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().getName()
                        .matches("software\\.amazon\\.awssdk\\.services\\..*Client"))
                .filter(call -> !Set.of("close", "builder", "create").contains(call.getName()))
                .map(IamPolicyTest::action).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String action(JavaMethodCall call) {
        var service = call.getTargetOwner().getPackageName().replace("software.amazon.awssdk.services.", "");
        var operation = call.getName().replaceFirst("Paginator$", "");
        var action = PREFIXES.getOrDefault(service, service) + ":" + Character.toUpperCase(operation.charAt(0))
                + operation.substring(1);
        return RENAMED.getOrDefault(action, action);
    }
}
