/** The way out for mails: what they are, and the servers that take them. Programs that send bring the mail client along. */
package io.flotilla.base.mail;
