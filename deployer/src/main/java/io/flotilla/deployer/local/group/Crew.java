package io.flotilla.deployer.local.group;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;

import io.flotilla.deployer.local.News;
import io.flotilla.deployer.local.gateway.Routes;
import io.flotilla.deployer.local.instance.Programs;
import io.flotilla.deployer.local.process.Processes;

/**
 * What all groups of a fleet share.
 *
 * @param folder where versions, and the numbers of instances, are kept
 * @param ender  ends processes, which takes its time
 * @param limit  how long the first instance of an app may take until it is healthy
 * @param away   how long an instance that has ended stays away before another takes its place, so that its outage can be seen
 */
public record Crew(Programs programs, Processes processes, Routes routes, Artifacts artifacts, Path folder,
        InstantSource clock, Executor ender, Duration limit, Duration away, News news) {}
