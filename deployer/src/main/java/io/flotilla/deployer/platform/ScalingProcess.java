package io.flotilla.deployer.platform;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a group does by itself, unless it is suspended (Amazon EC2 Auto Scaling User Guide, "Suspend and resume Amazon EC2 Auto
 * Scaling processes"). What is under way when a process is suspended still ends.
 */
public enum ScalingProcess {
    /** Starts instances while there are fewer than desired. */
    LAUNCH("Launch"),
    /** Ends instances while there are more than desired; its termination policy picks which. */
    TERMINATE("Terminate"),
    /** Registers an instance as a target when it comes into service; one that came while this was suspended never is. */
    ADD_TO_LOAD_BALANCER("AddToLoadBalancer"),
    ALARM_NOTIFICATION("AlarmNotification"),
    /** Evens out availability zones, by starting one instance and ending another. */
    AZ_REBALANCE("AZRebalance"),
    /** Marks instances unhealthy that EC2 or the load balancer calls so. A deregistered target counts as unhealthy. */
    HEALTH_CHECK("HealthCheck"),
    INSTANCE_REFRESH("InstanceRefresh"),
    /** Ends instances that are marked unhealthy and starts others in their place. */
    REPLACE_UNHEALTHY("ReplaceUnhealthy"),
    SCHEDULED_ACTIONS("ScheduledActions");

    private final String key;

    ScalingProcess(String key) {
        this.key = key;
    }

    /** As AWS spells it. */
    public String key() {
        return key;
    }

    public static Optional<ScalingProcess> named(String key) {
        return Arrays.stream(values()).filter(process -> process.key.equals(key)).findFirst();
    }
}
