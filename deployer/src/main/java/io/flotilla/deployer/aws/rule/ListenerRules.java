package io.flotilla.deployer.aws.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.flotilla.deployer.aws.client.Asking;
import io.flotilla.deployer.aws.client.Aws;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RulePriorityPair;

/** The rules on the load balancer as they are, whoever made them. */
public final class ListenerRules {
    private final Aws aws;

    public ListenerRules(Aws aws) {
        this.aws = aws;
    }

    /**
     * One rule.
     *
     * @param targetGroup where it leads; empty if it answers by itself
     * @param hosts       what it wants the host to be; empty for any
     * @param paths       what it wants the path to be; empty for any
     */
    public record Held(String arn, int priority, Optional<String> targetGroup, List<String> hosts,
            List<String> paths) {}

    /** All but the default one. */
    public List<Held> on(String listener) {
        return Asking.ask("elasticloadbalancing:DescribeRules", listener, () -> aws.loadBalancing()
                .describeRulesPaginator(request -> request.listenerArn(listener)).rules().stream()
                .filter(rule -> !Boolean.TRUE.equals(rule.isDefault())).map(ListenerRules::held).toList());
    }

    /** Moves a rule to a priority that is free. */
    public void move(String rule, int priority) {
        Asking.ask("elasticloadbalancing:SetRulePriorities", rule, () -> aws.loadBalancing()
                .setRulePriorities(request -> request.rulePriorities(
                        RulePriorityPair.builder().ruleArn(rule).priority(priority).build())));
    }

    private static Held held(Rule rule) {
        var hosts = new ArrayList<String>();
        var paths = new ArrayList<String>();
        for (var condition : rule.conditions()) {
            if ("host-header".equals(condition.field())) {
                hosts.addAll(values(condition));
            } else if ("path-pattern".equals(condition.field())) {
                paths.addAll(values(condition));
            }
        }
        var target = rule.actions().stream().map(action -> action.targetGroupArn()).filter(arn -> arn != null)
                .findFirst();
        return new Held(rule.ruleArn(), Integer.parseInt(rule.priority()), target, List.copyOf(hosts),
                List.copyOf(paths));
    }

    private static List<String> values(RuleCondition condition) {
        if (condition.hostHeaderConfig() != null) {
            return condition.hostHeaderConfig().values();
        }
        return condition.pathPatternConfig() != null ? condition.pathPatternConfig().values() : condition.values();
    }
}
