package io.flotilla.deployer.aws.policy;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.deployer.template.stack.Database;
import io.flotilla.deployer.template.stack.Names;

/**
 * What CloudFormation has to be allowed to make the stacks of one environment: the permissions that the resource types of our
 * templates name for their handlers. Only CloudFormation can take on the role, so nobody starts anything by it but by a stack.
 */
public final class ServiceRolePolicy {
    private ServiceRolePolicy() {}

    /** The role's ARN, as its name follows from the environment. */
    public static String arn(EnvironmentView view) {
        return "arn:aws:iam::%s:role/%s".formatted(view.catalogue().account().orElse("*"), name(view));
    }

    public static String name(EnvironmentView view) {
        return Names.stack(view) + "-cloudformation";
    }

    /** A policy document. */
    public static ObjectNode of(EnvironmentView view) {
        var account = view.catalogue().account().orElse("*");
        var statements = new Statements();
        statements.allow("SecurityGroups", List.of("ec2:CreateSecurityGroup", "ec2:DeleteSecurityGroup",
                "ec2:AuthorizeSecurityGroupIngress", "ec2:AuthorizeSecurityGroupEgress",
                "ec2:RevokeSecurityGroupIngress", "ec2:RevokeSecurityGroupEgress", "ec2:DescribeSecurityGroups",
                "ec2:DescribeSecurityGroupRules", "ec2:DescribeVpcs", "ec2:DescribeSubnets",
                "ec2:DescribeInternetGateways", "ec2:DescribeAccountAttributes"), "*");
        statements.allow("LaunchTemplates", List.of("ec2:CreateLaunchTemplate", "ec2:CreateLaunchTemplateVersion",
                "ec2:ModifyLaunchTemplate", "ec2:DeleteLaunchTemplate", "ec2:DescribeLaunchTemplates",
                "ec2:DescribeLaunchTemplateVersions", "ec2:GetLaunchTemplateData", "ec2:RunInstances",
                "ec2:DescribeInstances", "ec2:DescribeImages", "ec2:CreateTags", "ec2:DeleteTags"), "*");
        statements.allow("Groups", List.of("autoscaling:CreateAutoScalingGroup", "autoscaling:UpdateAutoScalingGroup",
                "autoscaling:DeleteAutoScalingGroup", "autoscaling:CreateOrUpdateTags", "autoscaling:DeleteTags",
                "autoscaling:AttachLoadBalancerTargetGroups", "autoscaling:DetachLoadBalancerTargetGroups",
                "autoscaling:SuspendProcesses", "autoscaling:ResumeProcesses",
                "autoscaling:TerminateInstanceInAutoScalingGroup", "autoscaling:DescribeAutoScalingGroups",
                "autoscaling:DescribeAutoScalingInstances", "autoscaling:DescribeScalingActivities",
                "autoscaling:DescribeScheduledActions", "autoscaling:DescribeLifecycleHooks"), "*");
        statements.allow("LoadBalancing", List.of("elasticloadbalancing:CreateLoadBalancer",
                "elasticloadbalancing:ModifyLoadBalancerAttributes", "elasticloadbalancing:SetSecurityGroups",
                "elasticloadbalancing:SetSubnets", "elasticloadbalancing:DeleteLoadBalancer",
                "elasticloadbalancing:CreateListener", "elasticloadbalancing:ModifyListener",
                "elasticloadbalancing:ModifyListenerAttributes", "elasticloadbalancing:DeleteListener",
                "elasticloadbalancing:CreateRule", "elasticloadbalancing:ModifyRule",
                "elasticloadbalancing:SetRulePriorities", "elasticloadbalancing:DeleteRule",
                "elasticloadbalancing:CreateTargetGroup", "elasticloadbalancing:ModifyTargetGroup",
                "elasticloadbalancing:ModifyTargetGroupAttributes", "elasticloadbalancing:DeleteTargetGroup",
                "elasticloadbalancing:AddTags", "elasticloadbalancing:RemoveTags",
                "elasticloadbalancing:Describe*"), "*");
        statements.allow("InstanceRoles", List.of("iam:CreateRole", "iam:GetRole", "iam:DeleteRole", "iam:TagRole",
                "iam:UntagRole", "iam:UpdateRole", "iam:UpdateAssumeRolePolicy", "iam:PutRolePolicy",
                "iam:GetRolePolicy", "iam:DeleteRolePolicy", "iam:ListRolePolicies", "iam:ListAttachedRolePolicies",
                "iam:CreateInstanceProfile", "iam:GetInstanceProfile", "iam:DeleteInstanceProfile",
                "iam:AddRoleToInstanceProfile", "iam:RemoveRoleFromInstanceProfile"),
                "arn:aws:iam::%s:role/%s-*".formatted(account, Names.stack(view)),
                "arn:aws:iam::%s:instance-profile/%s-*".formatted(account, Names.stack(view)));
        statements.allow("PassInstanceRoles", List.of("iam:PassRole"),
                "arn:aws:iam::%s:role/%s-*".formatted(account, Names.stack(view)))
                .put("iam:PassedToService", "ec2.amazonaws.com");
        view.environment().extras().postgres().ifPresent(postgres -> database(view, account, statements));
        statements.allow("FirstUse", List.of("iam:CreateServiceLinkedRole"),
                "arn:aws:iam::%s:role/aws-service-role/*".formatted(account));
        return statements.document();
    }

    private static void database(EnvironmentView view, String account, Statements statements) {
        statements.allow("Database", List.of("rds:CreateDBInstance", "rds:ModifyDBInstance", "rds:DeleteDBInstance",
                "rds:RebootDBInstance", "rds:DescribeDBInstances", "rds:CreateDBSnapshot", "rds:DescribeDBSnapshots",
                "rds:CreateDBSubnetGroup", "rds:ModifyDBSubnetGroup", "rds:DeleteDBSubnetGroup",
                "rds:DescribeDBSubnetGroups", "rds:DescribeDBEngineVersions", "rds:AddTagsToResource",
                "rds:RemoveTagsFromResource", "rds:ListTagsForResource"), "*");
        statements.allow("DatabasePassword", List.of("ssm:GetParameter", "ssm:GetParameters"),
                "arn:aws:ssm:%s:%s:parameter%s".formatted(view.environment().region().orElseThrow(), account,
                        Database.password(view).path()));
    }

    /** Who may take on the role. */
    public static ObjectNode trust() {
        var document = new Statements().document();
        var statement = document.withArray("Statement").addObject().put("Effect", "Allow").put("Action",
                "sts:AssumeRole");
        statement.putObject("Principal").put("Service", "cloudformation.amazonaws.com");
        return document;
    }
}
