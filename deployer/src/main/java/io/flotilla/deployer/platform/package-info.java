/**
 * What a rollout sees and does, in words that fit AWS and this machine alike. Four ports belong to one app in one environment:
 * its {@link io.flotilla.deployer.platform.Instances}, {@link io.flotilla.deployer.platform.Targets},
 * {@link io.flotilla.deployer.platform.Revisions} and {@link io.flotilla.deployer.platform.Front}. Rules for all of them:
 * <ul>
 * <li>A port is bound to its app. It never shows or touches what belongs to another; an instance id that is not the app's is
 * refused with {@link io.flotilla.deployer.platform.PlatformFailure.Final}.
 * <li>Every method fails with {@link io.flotilla.deployer.platform.PlatformFailure} and nothing else. An adapter may try again
 * by itself for a few seconds; longer waits are the caller's business.
 * <li>Every action is idempotent: asking for what is so already succeeds. So whoever lost an answer just asks again.
 * <li>What is read may be a few seconds older than what was done (AWS is eventually consistent); no reader may rely on seeing
 * his own action at once.
 * <li>Nothing waits: an action returns when it is accepted, and what comes of it is seen by reading.
 * </ul>
 */
package io.flotilla.deployer.platform;
