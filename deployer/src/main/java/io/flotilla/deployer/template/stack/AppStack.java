package io.flotilla.deployer.template.stack;

import static io.flotilla.deployer.template.Value.field;
import static io.flotilla.deployer.template.Value.fields;
import static io.flotilla.deployer.template.Value.items;
import static io.flotilla.deployer.template.Value.text;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.deployer.template.InvalidTemplate;
import io.flotilla.deployer.template.Output;
import io.flotilla.deployer.template.Parameter;
import io.flotilla.deployer.template.Resource;
import io.flotilla.deployer.template.Template;
import io.flotilla.deployer.template.Value;
import io.flotilla.deployer.template.Value.GetAtt;
import io.flotilla.deployer.template.Value.Ref;
import io.flotilla.deployer.template.userdata.Instance;

/** One app in one environment: its instances, the target group that finds them, and the rule that leads to it. */
public final class AppStack {
    /** The one port of an instance that the load balancer speaks to. */
    static final int PORT = Instance.PORT;

    private final EnvironmentView view;
    private final App app;
    private final App.Berth berth;
    private final Instance instance;

    private AppStack(EnvironmentView view, App app, Instance instance) {
        this.view = view;
        this.app = app;
        this.berth = view.berth(app);
        this.instance = instance;
    }

    /**
     * @param view     of an environment on {@code platform: aws}
     * @param settings what the app is told about itself and the fleet, as environment variables
     * @param script   the team's own user data, if the catalogue names a file
     * @throws InvalidTemplate if CloudFormation or EC2 would refuse it; the message begins with the app's path
     */
    public static Template of(EnvironmentView view, App app, SortedMap<String, String> settings,
            Optional<String> script) {
        try {
            return new AppStack(view, app, new Instance(view, app, settings, script)).template();
        } catch (InvalidTemplate invalid) {
            throw new InvalidTemplate("apps.%s: %s".formatted(app.name(), invalid.getMessage()));
        }
    }

    private Template template() {
        var resources = new LinkedHashMap<String, Resource>();
        resources.put("TargetGroup", targetGroup());
        resources.put("ListenerRule", listenerRule());
        resources.putAll(InstanceRole.of(view, app, instance));
        resources.put("LaunchTemplate", Launch.template(view, app, instance));
        resources.put("Group", group());
        return new Template(Names.stack(view, app),
                "Flotilla: %s in %s".formatted(app.name(), view.environment().name().key()),
                parameters(), resources, outputs());
    }

    private Map<String, Parameter> parameters() {
        var parameters = new LinkedHashMap<>(instance.parameters());
        parameters.put("LaunchTemplateVersion", new Parameter(
                "The version that instances start from; only a rollout moves it", "[1-9][0-9]*", Optional.of("1")));
        parameters.put("RootDevice", new Parameter(
                "The machine image's root device", "/dev/[a-z0-9]+", Optional.of(Launch.usualRootDevice(view))));
        return parameters;
    }

    private Resource targetGroup() {
        return Resource.of("AWS::ElasticLoadBalancingV2::TargetGroup",
                field("VpcId", view.environment().vpc().orElseThrow()),
                field("TargetType", "instance"),
                field("Protocol", "HTTP"),
                field("Port", PORT),
                field("HealthCheckPath", instance.livenessPath()),
                field("HealthCheckIntervalSeconds", 10),
                field("HealthCheckTimeoutSeconds", 5),
                field("HealthyThresholdCount", 2),
                field("UnhealthyThresholdCount", 3),
                field("Matcher", fields(field("HttpCode", "200"))),
                field("TargetGroupAttributes", items(
                        // "draining" lasts this long even with no connections, and every rollout waits for it.
                        fields(field("Key", "deregistration_delay.timeout_seconds"), field("Value", "30")))),
                Names.tagged(Names.tags(view, app)));
    }

    private Resource listenerRule() {
        var path = app.urlPath();
        return Resource.of("AWS::ElasticLoadBalancingV2::ListenerRule",
                field("ListenerArn", Names.Shared.LISTENER.imported(view)),
                field("Priority", berth.priority().orElseThrow()),
                field("Conditions", items(
                        // The console may answer on a host of its own, so every app answers only on its own.
                        condition("host-header", "HostHeaderConfig", text(URI.create(view.origin(app)).getHost())),
                        condition("path-pattern", "PathPatternConfig",
                                text(path.substring(0, path.length() - 1)), text(path + "*")))),
                field("Actions", items(fields(
                        field("Type", "forward"),
                        field("TargetGroupArn", new Ref("TargetGroup"))))));
    }

    private static Value condition(String kind, String config, Value... values) {
        return fields(field("Field", kind), field(config, fields(field("Values", items(values)))));
    }

    /** From N instances to twice as many, which only a rollout uses; CloudFormation never sets how many there are. */
    private Resource group() {
        var tags = Names.tags(view, app).stream()
                // The launch template tags the instances, with their revision.
                .<Value>map(tag -> tag.and(field("PropagateAtLaunch", false))).toList();
        return Resource.of("AWS::AutoScaling::AutoScalingGroup",
                field("MinSize", Integer.toString(berth.instances())),
                field("MaxSize", Integer.toString(2 * berth.instances())),
                field("LaunchTemplate", fields(
                        field("LaunchTemplateId", new Ref("LaunchTemplate")),
                        field("Version", new Ref("LaunchTemplateVersion")))),
                field("VPCZoneIdentifier", items(view.environment().subnets())),
                field("TargetGroupARNs", items(new Ref("TargetGroup"))),
                field("HealthCheckType", "ELB"),
                field("HealthCheckGracePeriod", instance.secondsToStart()),
                field("Tags", new Value.Items(tags)))
                .beside(field("DependsOn", "ListenerRule"))
                .beside(field("UpdatePolicy", fields(field("AutoScalingScheduledAction",
                        fields(field("IgnoreUnmodifiedGroupSizeProperties", true))))));
    }

    private Map<String, Output> outputs() {
        var outputs = new LinkedHashMap<String, Output>();
        outputs.put("Group", output("The Auto Scaling group", new Ref("Group")));
        outputs.put("TargetGroup", output("The target group", new Ref("TargetGroup")));
        outputs.put("LaunchTemplate", output("The launch template", new Ref("LaunchTemplate")));
        outputs.put("NewestLaunchTemplateVersion", output("What a rollout moves the group to",
                new GetAtt("LaunchTemplate", "LatestVersionNumber")));
        return outputs;
    }

    private static Output output(String description, Value value) {
        return new Output(description, value, Optional.empty());
    }
}
