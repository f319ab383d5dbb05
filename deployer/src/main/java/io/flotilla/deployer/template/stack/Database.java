package io.flotilla.deployer.template.stack;

import static io.flotilla.deployer.template.Value.field;
import static io.flotilla.deployer.template.Value.fields;
import static io.flotilla.deployer.template.Value.items;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.App.Role;
import io.flotilla.base.catalogue.Environment.Postgres;
import io.flotilla.base.catalogue.EnvironmentName;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.deployer.template.Resource;
import io.flotilla.deployer.template.Value;
import io.flotilla.deployer.template.Value.GetAtt;
import io.flotilla.deployer.template.Value.Ref;
import io.flotilla.deployer.template.userdata.Reference;

/**
 * The PostgreSQL of portal and monitor: encrypted, backed up, kept as a snapshot when it goes, and reached by nobody else. Its
 * password is made by the deployer and read by CloudFormation from Parameter Store, so no template and no parameter has it.
 */
public final class Database {
    public static final String NAME = "flotilla";
    public static final int PORT = 5432;
    /** The stack's output with the host name. */
    public static final String ENDPOINT = "DatabaseEndpoint";
    static final String CLIENTS = "DatabaseClientsSecurityGroup";
    private static final String GROUP = "DatabaseSecurityGroup";
    private static final String INSTANCE = "Database";
    private static final Set<Role> CLIENT_ROLES = Set.of(Role.PORTAL, Role.HEALTH_MONITOR);

    private Database() {}

    /** Where its password is: beside the apps' secrets, and no app's, because no app's name has a hyphen. */
    public static Reference password(EnvironmentView view) {
        return new Reference("/%s/%s/shared-database/password".formatted(view.catalogue().fleet(),
                view.environment().name().key()));
    }

    /** Whether the app's instances may reach it. */
    static boolean isClient(EnvironmentView view, App app) {
        return view.environment().extras().postgres().isPresent()
                && app.role().filter(CLIENT_ROLES::contains).isPresent();
    }

    static Map<String, Resource> of(EnvironmentView view, Postgres postgres) {
        var resources = new LinkedHashMap<String, Resource>();
        resources.put(CLIENTS, group(view, "Flotilla: portal and health-monitor, which reach the database"));
        resources.put(GROUP, group(view, "Flotilla: the database").with(
                field("SecurityGroupIngress", items(fields(
                        field("IpProtocol", "tcp"), field("FromPort", PORT), field("ToPort", PORT),
                        field("SourceSecurityGroupId", new GetAtt(CLIENTS, "GroupId")))))));
        resources.put("DatabaseSubnets", Resource.of("AWS::RDS::DBSubnetGroup",
                field("DBSubnetGroupDescription", "Flotilla: the subnets of the environment"),
                field("SubnetIds", items(view.environment().subnets())),
                Names.tagged(Names.tags(view))));
        resources.put(INSTANCE, instance(view, postgres));
        return resources;
    }

    private static Resource group(EnvironmentView view, String description) {
        return Resource.of("AWS::EC2::SecurityGroup",
                field("GroupDescription", description),
                field("VpcId", view.environment().vpc().orElseThrow()),
                Names.tagged(Names.tags(view)));
    }

    private static Resource instance(EnvironmentView view, Postgres postgres) {
        return Resource.of("AWS::RDS::DBInstance",
                field("Engine", "postgres"),
                // The major version alone: minor ones come by themselves, in the maintenance window.
                field("EngineVersion", "17"),
                field("DBInstanceClass", postgres.instance()),
                field("StorageType", "gp3"),
                field("AllocatedStorage", Integer.toString(postgres.storage())),
                field("StorageEncrypted", true),
                field("BackupRetentionPeriod", postgres.backups()),
                field("CopyTagsToSnapshot", true),
                field("DeletionProtection", view.environment().name() == EnvironmentName.PROD),
                field("PubliclyAccessible", false),
                field("DBSubnetGroupName", new Ref("DatabaseSubnets")),
                field("VPCSecurityGroups", items(new GetAtt(GROUP, "GroupId"))),
                field("Port", Integer.toString(PORT)),
                field("DBName", NAME),
                field("MasterUsername", NAME),
                field("MasterUserPassword", new Value.Secret(password(view).path())),
                Names.tagged(Names.tags(view)))
                .beside(field("DeletionPolicy", "Snapshot"))
                .beside(field("UpdateReplacePolicy", "Snapshot"));
    }

    /** What the deployer makes the database's address of. */
    static Value endpoint() {
        return new GetAtt(INSTANCE, "Endpoint.Address");
    }
}
