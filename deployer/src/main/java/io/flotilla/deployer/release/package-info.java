/** Rollouts as people ask for them: of which apps, to which revision, under which terms, how many at a time. */
package io.flotilla.deployer.release;
