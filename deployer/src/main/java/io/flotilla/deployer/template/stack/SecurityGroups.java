package io.flotilla.deployer.template.stack;

import static io.flotilla.deployer.template.Value.field;
import static io.flotilla.deployer.template.Value.fields;
import static io.flotilla.deployer.template.Value.items;

import java.util.LinkedHashMap;
import java.util.Map;

import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.deployer.template.Resource;
import io.flotilla.deployer.template.Value;
import io.flotilla.deployer.template.Value.Fields;
import io.flotilla.deployer.template.Value.GetAtt;

/**
 * Who may speak to whom: browsers to the load balancer, the load balancer to the instances' one port, nobody else to an
 * instance. The rules between the two groups stand alone, because groups that name each other cannot be made.
 */
final class SecurityGroups {
    static final String LOAD_BALANCER = "LoadBalancerSecurityGroup";
    static final String INSTANCES = "InstanceSecurityGroup";

    private SecurityGroups() {}

    static Map<String, Resource> of(EnvironmentView view) {
        var groups = new LinkedHashMap<String, Resource>();
        groups.put(LOAD_BALANCER, group(view, "Flotilla: browsers to the load balancer",
                field("SecurityGroupIngress", items(fromEverywhere(443), fromEverywhere(80))),
                // Naming one rule keeps EC2 from adding its own, which would allow all.
                field("SecurityGroupEgress", items(toNowhere()))));
        groups.put(INSTANCES, group(view, "Flotilla: the load balancer to the instances"));
        groups.put("LoadBalancerToInstances", rule("Egress", LOAD_BALANCER, "DestinationSecurityGroupId", INSTANCES));
        groups.put("InstancesFromLoadBalancer", rule("Ingress", INSTANCES, "SourceSecurityGroupId", LOAD_BALANCER));
        return groups;
    }

    private static Resource group(EnvironmentView view, String description, Value.Field... rules) {
        var group = Resource.of("AWS::EC2::SecurityGroup",
                field("GroupDescription", description),
                field("VpcId", view.environment().vpc().orElseThrow()));
        return group.with(rules).with(Names.tagged(Names.tags(view)));
    }

    private static Fields fromEverywhere(int port) {
        return fields(field("CidrIp", "0.0.0.0/0"), field("IpProtocol", "tcp"),
                field("FromPort", port), field("ToPort", port));
    }

    private static Fields toNowhere() {
        return fields(field("CidrIp", "255.255.255.255/32"), field("IpProtocol", "icmp"),
                field("FromPort", 252), field("ToPort", 86));
    }

    private static Resource rule(String direction, String group, String otherEnd, String other) {
        return Resource.of("AWS::EC2::SecurityGroup" + direction,
                field("GroupId", new GetAtt(group, "GroupId")),
                field("IpProtocol", "tcp"),
                field("FromPort", AppStack.PORT),
                field("ToPort", AppStack.PORT),
                field(otherEnd, new GetAtt(other, "GroupId")));
    }
}
