/**
 * The rollout state machine. {@link io.flotilla.deployer.rollout.step.Scene} is what is seen, the steps of
 * {@link io.flotilla.deployer.rollout.step.Forward} and {@link io.flotilla.deployer.rollout.step.Backward} decide from it alone, and
 * {@link io.flotilla.deployer.rollout.RolloutRun} journals the decision and then acts. A step asks what is lacking and does only
 * that, so it can be done again at any time by anybody. Plain Java: time, ports, journal and randomness come from outside.
 */
package io.flotilla.deployer.rollout;
