/**
 * What a rollout did so far, on the noticeboard: enough for anyone to resume it or roll it back. Everything of one app is in
 * one posting, {@code journals/<App>}: who holds the app, and its newest rollout. So the lock and the journal are fenced by the
 * same compare-and-set: whoever takes an app over makes the former holder's next write fail.
 */
package io.flotilla.deployer.journal;
