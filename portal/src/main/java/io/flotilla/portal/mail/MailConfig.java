package io.flotilla.portal.mail;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** How the portal's mails go out. */
@ConfigMapping(prefix = "flotilla")
interface MailConfig {

    /** {@code smtp://[user:password@]host[:port]}; without one, mails go to the log. */
    Optional<String> smtp();

    /** Signs the mails, with the environment. */
    @WithDefault("flotilla")
    String fleet();

    @WithDefault("local")
    String environment();

    /** Between a letter's first attempt and its second; twice as long each time after. */
    @WithName("mail.retry-first")
    @WithDefault("5s")
    Duration retryFirst();

    /** Never longer than this between two attempts. */
    @WithName("mail.retry-cap")
    @WithDefault("15m")
    Duration retryCap();
}
