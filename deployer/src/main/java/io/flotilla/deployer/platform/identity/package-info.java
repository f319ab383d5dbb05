/** Who may sign in where, as the platform's identity provider has it. */
package io.flotilla.deployer.platform.identity;
