package io.flotilla.deployer.template;

import static io.flotilla.deployer.template.Value.field;
import static io.flotilla.deployer.template.Value.fields;
import static io.flotilla.deployer.template.Value.items;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** The check of templates is itself checked: a mistake that a hand makes must not pass. */
class SpecificationTest {
    private final Specification specification = new Specification();

    @Test
    void aMisspeltPropertyIsAFault() {
        assertFaults(group(field("MinSize", "1"), field("MaxSize", "2"), field("MaxSise", "2")),
                "Thing.MaxSise: no such property");
    }

    @Test
    void aMissingRequiredPropertyIsAFault() {
        assertFaults(group(field("MinSize", "1")), "Thing.MaxSize: required, but missing");
    }

    @Test
    void aMisspeltPropertyDeepInsideIsAFault() {
        assertFaults(Resource.of("AWS::EC2::LaunchTemplate", field("LaunchTemplateData", fields(
                field("BlockDeviceMappings", items(fields(field("Ebs", fields(field("Encripted", true))))))))),
                "Thing.LaunchTemplateData.BlockDeviceMappings[0].Ebs.Encripted: no such property");
    }

    @Test
    void aValueOfAnotherTypeIsAFault() {
        assertFaults(group(field("MinSize", "1"), field("MaxSize", 2), field("HealthCheckGracePeriod", "60")),
                "Thing.MaxSize: must be string", "Thing.HealthCheckGracePeriod: must be integer");
    }

    @Test
    void aTypeThatDoesNotExistIsAFault() {
        assertFaults(Resource.of("AWS::EC2::LaunchTemplates"),
                "Thing: no type AWS::EC2::LaunchTemplates in the specification");
    }

    @Test
    void aReferenceThatLeadsNowhereIsAFault() {
        assertFaults(group(field("MinSize", "1"), field("MaxSize", new Value.Ref("Most")),
                field("AutoScalingGroupName", new Value.GetAtt("Thing", "Naem"))),
                "template.Resources.Thing.Properties.MaxSize: !Ref Most leads nowhere",
                "template.Resources.Thing.Properties.AutoScalingGroupName: !GetAtt Thing.Naem leads nowhere");
    }

    private static Resource group(Value.Field... properties) {
        return Resource.of("AWS::AutoScaling::AutoScalingGroup", properties);
    }

    private void assertFaults(Resource resource, String... faults) {
        var template = new Template("stack", "", Map.of(), Map.of("Thing", resource), Map.of());
        assertEquals(List.of(faults), specification.faults(template));
    }
}
