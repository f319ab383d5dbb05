package io.flotilla.deployer.template.stack;

import static io.flotilla.deployer.template.Value.field;
import static io.flotilla.deployer.template.Value.fields;
import static io.flotilla.deployer.template.Value.items;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.deployer.template.Resource;
import io.flotilla.deployer.template.Value;
import io.flotilla.deployer.template.Value.Fields;
import io.flotilla.deployer.template.Value.Ref;
import io.flotilla.deployer.template.Value.Sub;
import io.flotilla.deployer.template.userdata.Bucket;
import io.flotilla.deployer.template.userdata.Instance;

/**
 * What an app's instances may do on AWS: read the app's own secrets and the references its settings name, fetch its own
 * artifact, and be reached by Session Manager.
 */
final class InstanceRole {
    /**
     * The least that Session Manager needs (AWS Systems Manager guide, "Create a custom IAM role for Session Manager").
     * Not the managed policy AmazonSSMManagedInstanceCore: that one may read every parameter, so every secret.
     */
    private static final List<String> SESSION_MANAGER = List.of("ssm:UpdateInstanceInformation",
            "ssmmessages:CreateControlChannel", "ssmmessages:CreateDataChannel",
            "ssmmessages:OpenControlChannel", "ssmmessages:OpenDataChannel");

    private InstanceRole() {}

    static Map<String, Resource> of(EnvironmentView view, App app, Instance instance) {
        var resources = new LinkedHashMap<String, Resource>();
        resources.put("Role", Resource.of("AWS::IAM::Role",
                field("AssumeRolePolicyDocument", policy(fields(
                        field("Effect", "Allow"),
                        field("Principal", fields(field("Service", "ec2.amazonaws.com"))),
                        field("Action", "sts:AssumeRole")))),
                field("Policies", items(fields(
                        field("PolicyName", "instance"),
                        field("PolicyDocument", policy(statements(view, app, instance)))))),
                Names.tagged(Names.tags(view, app))));
        resources.put("InstanceProfile", Resource.of("AWS::IAM::InstanceProfile",
                field("Roles", items(new Ref("Role")))));
        return resources;
    }

    private static Fields policy(Value... statements) {
        return fields(field("Version", "2012-10-17"), field("Statement", items(statements)));
    }

    private static Value[] statements(EnvironmentView view, App app, Instance instance) {
        var statements = new ArrayList<Value>();
        statements.add(allow("SessionManager", SESSION_MANAGER, new Value.Text("*")));
        // The folder itself, for listing it, and everything in it.
        statements.add(allow("OwnSecrets", List.of("ssm:GetParameter", "ssm:GetParametersByPath"),
                parameter(instance.secrets().path()), parameter(instance.secrets().path() + "/*")));
        if (!instance.references().isEmpty()) {
            statements.add(allow("References", List.of("ssm:GetParameter"), instance.references().stream()
                    .map(reference -> parameter(reference.path())).toArray(Value[]::new)));
        }
        statements.add(allow("Artifacts", List.of("s3:GetObject"), object(instance.artifacts(), "*")));
        if (app.role().isPresent()) {
            view.environment().noticeboard().flatMap(Bucket::of).ifPresent(folder -> statements.addAll(List.of(
                    allow("ReadNoticeboard", List.of("s3:GetObject"), object(folder, "*")),
                    allow("ListNoticeboard", List.of("s3:ListBucket"), new Sub(
                            "arn:${AWS::Partition}:s3:::" + Sub.literal(folder.bucket())))
                            .and(field("Condition", fields(field("StringLike", fields(
                                    field("s3:prefix", folder.prefix() + "*")))))))));
        }
        return statements.toArray(Value[]::new);
    }

    private static Fields allow(String id, List<String> actions, Value... resources) {
        return fields(
                field("Sid", id),
                field("Effect", "Allow"),
                field("Action", items(actions)),
                field("Resource", items(resources)));
    }

    private static Sub parameter(String path) {
        return new Sub("arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter" + Sub.literal(path));
    }

    private static Sub object(Bucket folder, String name) {
        return new Sub("arn:${AWS::Partition}:s3:::" + Sub.literal(folder.bucket() + "/" + folder.prefix() + name));
    }
}
