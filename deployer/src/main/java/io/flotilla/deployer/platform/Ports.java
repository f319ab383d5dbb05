package io.flotilla.deployer.platform;

/** Everything that a rollout of one app in one environment sees and does. */
public record Ports(Instances instances, Targets targets, Revisions revisions, Front front) {}
