/**
 * An Auto Scaling group behind a load balancer, as AWS's documentation describes them, in virtual time. It knows nothing of
 * rollouts, so it cannot be wrong in the same way. Sources, named where they are used:
 * [ASG] Amazon EC2 Auto Scaling User Guide, [ELB] User Guide for Application Load Balancers.
 */
package io.flotilla.deployer.simulation.cloud;
