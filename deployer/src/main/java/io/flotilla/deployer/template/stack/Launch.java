package io.flotilla.deployer.template.stack;

import static io.flotilla.deployer.template.Value.field;
import static io.flotilla.deployer.template.Value.fields;
import static io.flotilla.deployer.template.Value.items;
import static io.flotilla.deployer.template.Value.text;

import java.util.ArrayList;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.deployer.template.Resource;
import io.flotilla.deployer.template.Value;
import io.flotilla.deployer.template.Value.Fields;
import io.flotilla.deployer.template.Value.GetAtt;
import io.flotilla.deployer.template.Value.Ref;
import io.flotilla.deployer.template.userdata.Instance;

/** How an app's instances are launched. */
final class Launch {
    private Launch() {}

    static Resource template(EnvironmentView view, App app, Instance instance) {
        var berth = view.berth(app);
        return Resource.of("AWS::EC2::LaunchTemplate",
                field("LaunchTemplateData", fields(
                        field("ImageId", berth.ami().orElseThrow()),
                        field("InstanceType", berth.instance().orElseThrow()),
                        field("IamInstanceProfile", fields(field("Arn", new GetAtt("InstanceProfile", "Arn")))),
                        field("SecurityGroupIds", securityGroups(view, app)),
                        field("MetadataOptions", metadataService()),
                        field("BlockDeviceMappings", items(encryptedRoot())),
                        field("TagSpecifications", items(
                                tags("instance", view, app, instance), tags("volume", view, app, instance))),
                        field("UserData", new Value.Base64(instance.userData())))));
    }

    private static Value securityGroups(EnvironmentView view, App app) {
        return Database.isClient(view, app)
                ? items(Names.Shared.INSTANCES.imported(view), Names.Shared.DATABASE_CLIENTS.imported(view))
                : items(Names.Shared.INSTANCES.imported(view));
    }

    /** Session tokens only (IMDSv2), and only for the instance itself, not for what it forwards. */
    private static Fields metadataService() {
        return fields(
                field("HttpEndpoint", "enabled"),
                field("HttpTokens", "required"),
                field("HttpPutResponseHopLimit", 1));
    }

    private static Fields encryptedRoot() {
        return fields(
                field("DeviceName", new Ref("RootDevice")),
                field("Ebs", fields(
                        field("Encrypted", true),
                        field("VolumeType", "gp3"),
                        field("DeleteOnTermination", true))));
    }

    /** The revision is a tag of the instance, so that what runs can be read off it without asking it. */
    private static Fields tags(String kind, EnvironmentView view, App app, Instance instance) {
        var tags = new ArrayList<Value>(Names.tags(view, app));
        tags.add(Names.tag("Name", text(Names.stack(view, app))));
        tags.add(Names.tag("flotilla:revision", new Ref("Revision")));
        if (instance.parameters().containsKey("CodebaseRevision")) {
            tags.add(Names.tag("flotilla:codebase-revision", new Ref("CodebaseRevision")));
        }
        return fields(field("ResourceType", kind), field("Tags", new Value.Items(tags)));
    }

    /** Ubuntu's and Debian's images call it sda1, Amazon Linux's xvda; {@code apply} asks the image itself. */
    static String usualRootDevice(EnvironmentView view) {
        return view.environment().home().equals("/home/ec2-user") ? "/dev/xvda" : "/dev/sda1";
    }
}
