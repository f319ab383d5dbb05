/** Who is sent requests: the load balancer's target groups, their health checks and their states, on this machine. */
package io.flotilla.deployer.local.targets;
