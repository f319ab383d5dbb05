package io.flotilla.monitor.notice;

import io.flotilla.base.mail.Mail;

/** Makes a notice's mail; the same mail for the same notice, however often it is asked. */
@FunctionalInterface
public interface Composer {
    Mail compose(Notice notice);
}
