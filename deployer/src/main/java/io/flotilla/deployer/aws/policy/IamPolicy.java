package io.flotilla.deployer.aws.policy;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.deployer.aws.identity.CognitoClient;
import io.flotilla.deployer.template.stack.Names;
import io.flotilla.deployer.template.userdata.Bucket;
import io.flotilla.deployer.template.userdata.Reference;

/**
 * The least that the deployer has to be allowed in one environment. It changes stacks through CloudFormation, which acts as a
 * role of its own ({@link ServiceRolePolicy}); the deployer itself touches only the instances, targets, secrets and postings
 * of its own environment. Where AWS has no way to name what an action reads, it is allowed everywhere.
 */
public final class IamPolicy {
    private final EnvironmentView view;
    private final Statements statements = new Statements();

    private IamPolicy(EnvironmentView view) {
        this.view = view;
    }

    /** A policy document. */
    public static ObjectNode of(EnvironmentView view) {
        return new IamPolicy(view).document();
    }

    private ObjectNode document() {
        var stack = Names.stack(view);
        statements.allow("Look", List.of("sts:GetCallerIdentity", "cloudformation:DescribeStacks",
                "autoscaling:DescribeAutoScalingGroups", "autoscaling:DescribeAutoScalingInstances",
                "autoscaling:DescribeInstanceRefreshes", "ec2:DescribeImages", "ec2:DescribeInstances",
                "ec2:DescribeLaunchTemplateVersions", "ec2:DescribeSubnets", "elasticloadbalancing:DescribeRules",
                "elasticloadbalancing:DescribeTargetHealth"), "*");
        statements.allow("Stacks", List.of("cloudformation:CreateChangeSet", "cloudformation:DescribeChangeSet",
                "cloudformation:ExecuteChangeSet", "cloudformation:DeleteChangeSet", "cloudformation:DeleteStack",
                "cloudformation:DescribeStackEvents"),
                arn("cloudformation", "stack/" + stack + "/*"), arn("cloudformation", "stack/" + stack + "-*/*"));
        statements
                .allow("CloudFormationsRole", List.of("iam:PassRole"),
                        view.environment().extras().cloudFormationRole().orElseGet(() -> ServiceRolePolicy.arn(view)))
                .put("iam:PassedToService", "cloudformation.amazonaws.com");
        statements.allow("Groups", List.of("autoscaling:SuspendProcesses", "autoscaling:ResumeProcesses",
                "autoscaling:SetDesiredCapacity", "autoscaling:UpdateAutoScalingGroup",
                "autoscaling:TerminateInstanceInAutoScalingGroup", "autoscaling:SetInstanceHealth"), "*");
        statements.whereTagged("aws:ResourceTag/", view);
        // UpdateAutoScalingGroup with a launch template asks for what starting an instance from it needs.
        statements.allow("NewVersions", List.of("ec2:RunInstances", "ec2:CreateTags"), "*");
        statements.allow("InstanceRoles", List.of("iam:PassRole"), role(stack + "-*"))
                .put("iam:PassedToService", "ec2.amazonaws.com");
        statements.allow("Console", List.of("ec2:GetConsoleOutput"), arn("ec2", "instance/*"));
        statements.whereTagged("aws:ResourceTag/", view);
        statements.allow("Targets", List.of("elasticloadbalancing:RegisterTargets",
                "elasticloadbalancing:DeregisterTargets"), arn("elasticloadbalancing", "targetgroup/*"));
        statements.whereTagged("aws:ResourceTag/", view);
        statements.allow("Rules", List.of("elasticloadbalancing:SetRulePriorities"),
                arn("elasticloadbalancing", "listener-rule/app/*"));
        secrets();
        CognitoClient.pool(view).ifPresent(pool -> statements.allow("SignIn", List.of("cognito-idp:DescribeUserPool",
                "cognito-idp:DescribeUserPoolClient", "cognito-idp:UpdateUserPool", "cognito-idp:UpdateUserPoolClient"),
                arn("cognito-idp", "userpool/" + pool)));
        view.environment().noticeboard().flatMap(Bucket::of).ifPresent(this::noticeboard);
        return statements.document();
    }

    private void secrets() {
        var folder = "parameter/%s/%s".formatted(view.catalogue().fleet(), view.environment().name().key());
        statements.allow("Secrets", List.of("ssm:GetParameter", "ssm:GetParametersByPath", "ssm:PutParameter"),
                arn("ssm", folder), arn("ssm", folder + "/*"));
        view.environment().extras().postgres().flatMap(any -> view.environment().database()).flatMap(Reference::of)
                .ifPresent(
                        address -> statements.allow("DatabaseAddress", List.of("ssm:GetParameter", "ssm:PutParameter"),
                                arn("ssm", "parameter" + address.path())));
        view.catalogue().git().flatMap(git -> git.token()).flatMap(Reference::of).ifPresent(token -> statements
                .allow("GitToken", List.of("ssm:GetParameter"), arn("ssm", "parameter" + token.path())));
    }

    private void noticeboard(Bucket place) {
        var bucket = "arn:aws:s3:::" + place.bucket();
        statements.allow("Noticeboard", List.of("s3:GetObject", "s3:PutObject", "s3:DeleteObject"),
                bucket + "/" + place.prefix() + "*");
        statements.allow("ListNoticeboard", List.of("s3:ListBucket"), bucket);
    }

    private String arn(String service, String resource) {
        return "arn:aws:%s:%s:%s:%s".formatted(service, view.environment().region().orElseThrow(),
                view.catalogue().account().orElse("*"), resource);
    }

    private String role(String name) {
        return "arn:aws:iam::%s:role/%s".formatted(view.catalogue().account().orElse("*"), name);
    }
}
