package io.flotilla.deployer.template.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.App.Runtime;
import io.flotilla.base.catalogue.CatalogueReader;
import io.flotilla.base.catalogue.Environment;
import io.flotilla.base.catalogue.EnvironmentName;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.base.catalogue.Reading;
import io.flotilla.base.catalogue.Settings;
import io.flotilla.deployer.template.Fleets;
import io.flotilla.deployer.template.InvalidTemplate;
import io.flotilla.deployer.template.Specification;
import io.flotilla.deployer.template.Template;
import io.flotilla.deployer.template.Value.Fields;
import io.flotilla.deployer.template.YamlReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StacksTest {
    private static final String SCRIPT = "#!/bin/bash\necho ready\n";
    private final Specification specification = new Specification();

    @ParameterizedTest
    @EnumSource
    void anAppsStackKeepsToTheSpecification(Runtime runtime) {
        var app = Fleets.app(runtime);
        assertEquals(List.of(), specification.faults(stack(Fleets.dev(app), app)));
    }

    @Test
    void theSharedStackKeepsToTheSpecification() {
        assertEquals(List.of(), specification.faults(EnvironmentStack.of(Fleets.dev(Fleets.portal()))));
        assertEquals(List.of(), specification.faults(EnvironmentStack.of(Fleets.dev())));
    }

    @ParameterizedTest
    @EnumSource(names = {"DEV", "PROD"})
    void everyStackOfTheDemoKeepsToTheSpecification(EnvironmentName environment) {
        var reading = (Reading.Valid) new CatalogueReader(Map.of()).read(Path.of("demo/fleet.yaml"));
        var view = reading.catalogue().in(environment);
        for (var app : view.apps()) {
            assertEquals(List.of(),
                    specification.faults(AppStack.of(view, app, Settings.of(view, app), Optional.empty())));
        }
        assertEquals(List.of(), specification.faults(EnvironmentStack.of(view)));
    }

    @Test
    void theGroupMayDoubleButItsSizeIsLeftToRollouts() {
        var group = stack(Runtime.JVM).resources().get("Group");
        assertEquals("1", text(group.properties(), "MinSize"));
        assertEquals("2", text(group.properties(), "MaxSize"));
        assertFalse(group.properties().values().containsKey("DesiredCapacity"));
    }

    @Test
    void aCommitMovesTheLaunchTemplateButNotTheGroup() {
        var yaml = stack(Runtime.PYTHON).yaml();
        assertTrue(yaml.contains("Version: !Ref LaunchTemplateVersion"), yaml);
        assertEquals("1", stack(Runtime.PYTHON).parameters().get("LaunchTemplateVersion").standard().orElseThrow());
    }

    @Test
    void anInstanceReadsItsOwnSecretsAndWhatItsSettingsReferToAndNoOthers() {
        var yaml = stack(Runtime.PYTHON).yaml();
        var parameters = yaml.lines().filter(line -> line.contains(":parameter/")).map(String::strip).toList();
        var arn = "- !Sub \"arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter";
        assertEquals(List.of(arn + "/davinci-labs/dev/LMSPortal\"", arn + "/davinci-labs/dev/LMSPortal/*\"",
                arn + "/fleet/dev/db\"", arn + "/fleet/git\""), parameters);
        assertFalse(yaml.contains("AmazonSSMManagedInstanceCore"), "that policy reads every parameter");
    }

    @Test
    void aReferenceWithAWildcardIsRefusedBecauseItWouldWidenTheRole() {
        var app = Fleets.app(Runtime.JVM);
        var refused = assertThrows(InvalidTemplate.class, () -> AppStack.of(Fleets.dev(app), app,
                new TreeMap<>(Map.of("FLOTILLA_DATABASE", "ssm:/fleet/*")), Optional.empty()));
        assertEquals("apps.LMSPortal: \"/fleet/*\" is no path of letters, digits and ._- in Parameter Store",
                refused.getMessage());
    }

    @Test
    void userDataThatEc2WouldNotTakeIsRefused() {
        var app = Fleets.app(Runtime.CUSTOM);
        var refused = assertThrows(InvalidTemplate.class, () -> AppStack.of(Fleets.dev(app), app, new TreeMap<>(),
                Optional.of("#!/bin/bash\n" + "#".repeat(16_384))));
        assertTrue(
                refused.getMessage()
                        .matches("apps\\.LMSPortal: its user data would be 2\\d,\\d{3} bytes long, and EC2 takes "
                                + "16,384; move what user_data does into the repository or the machine image"),
                refused.getMessage());
    }

    @Test
    void whatNoAppServesLeadsToThePortalOnTheFleetsOwnHost() {
        var yaml = EnvironmentStack.of(Fleets.dev(Fleets.portal())).yaml();
        assertTrue(yaml.contains("Host: labs-dev.example.com"), yaml);
        assertTrue(yaml.contains("Path: /portal/"), yaml);
    }

    @Test
    void aDatabaseIsEncryptedBackedUpKeptAsASnapshotAndReachedByPortalAndMonitorAlone() {
        var extras = new Environment.Extras(Optional.of("s3://logs-example/dev"), Optional.empty(),
                Optional.of(new Environment.Postgres("db.t4g.micro", 20, 14)));
        var view = Fleets.with(extras, Fleets.portal(), Fleets.app(Runtime.PYTHON));
        var shared = EnvironmentStack.of(view);
        assertEquals(List.of(), specification.faults(shared));
        var database = shared.resources().get("Database");
        assertEquals(Set.of("DeletionPolicy", "UpdateReplacePolicy"), database.attributes().values().keySet());
        assertEquals("Snapshot", text(database.attributes(), "DeletionPolicy"));
        var yaml = shared.yaml();
        for (var line : List.of("StorageEncrypted: true", "BackupRetentionPeriod: 14", "PubliclyAccessible: false",
                "MasterUserPassword: \"{{resolve:ssm-secure:/davinci-labs/dev/shared-database/password}}\"",
                "SourceSecurityGroupId: !GetAtt DatabaseClientsSecurityGroup.GroupId", "Value: logs-example")) {
            assertTrue(yaml.contains(line), line + "\n" + yaml);
        }
        assertTrue(stack(view, Fleets.portal()).yaml().contains("davinci-labs-dev-DatabaseClients"));
        assertFalse(stack(view, Fleets.app(Runtime.PYTHON)).yaml().contains("DatabaseClients"));
        assertFalse(EnvironmentStack.of(Fleets.dev(Fleets.portal())).yaml().contains("Database"));
    }

    @Test
    void theConsoleAnswersOnItsOwnHostAndEverythingElseOnTheFleets() {
        var console = Fleets.app("Console", Runtime.NATIVE, Optional.of(App.Role.CONSOLE), "/console/", 104);
        var view = Fleets.with(Environment.Extras.NONE, console, Fleets.portal());
        var rule = stack(view, console).resources().get("ListenerRule").properties().toString();
        assertTrue(rule.contains("deploy-dev.example.com") && !rule.contains("labs-dev.example.com"), rule);
        var others = stack(view, Fleets.portal()).resources().get("ListenerRule").properties().toString();
        assertTrue(others.contains("labs-dev.example.com") && !others.contains("deploy-dev.example.com"), others);
        assertEquals("https://labs-dev.example.com", Settings.of(view, console).get("FLOTILLA_PORTAL_ORIGIN"));
        assertFalse(Settings.of(view, Fleets.portal()).containsKey("FLOTILLA_PORTAL_ORIGIN"));
    }

    @Test
    void aPrintedStackReadsBackAsItself() {
        var yaml = stack(Runtime.PYTHON).yaml();
        var resources = (Fields) ((Fields) YamlReading.of(yaml)).values().get("Resources");
        assertEquals(stack(Runtime.PYTHON).resources().get("Role").properties(),
                ((Fields) resources.values().get("Role")).values().get("Properties"));
    }

    private static Template stack(Runtime runtime) {
        var app = Fleets.app(runtime);
        return stack(Fleets.dev(app), app);
    }

    private static Template stack(EnvironmentView view, App app) {
        return AppStack.of(view, app, new TreeMap<>(Map.of("FLOTILLA_URL_PATH", app.urlPath(), "FLOTILLA_DATABASE",
                "ssm:/fleet/dev/db")), Optional.of(SCRIPT));
    }

    private static String text(Fields fields, String name) {
        return ((io.flotilla.deployer.template.Value.Text) fields.values().get(name)).value();
    }
}
