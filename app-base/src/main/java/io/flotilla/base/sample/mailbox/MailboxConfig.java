package io.flotilla.base.sample.mailbox;

import java.nio.file.Path;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the sample mailbox listens and what it keeps. */
@ConfigMapping(prefix = "flotilla.mailbox")
interface MailboxConfig {

    /** The port of its SMTP server, on 127.0.0.1; 0 takes a free one. */
    @WithDefault("2525")
    int port();

    /** Where mails are kept. */
    @WithDefault("target/mailbox")
    Path folder();

    /** How many are kept. */
    @WithDefault("500")
    int limit();
}
