package io.flotilla.monitor.notice.mail;

/**
 * One thing that a mail tells.
 *
 * @param title    what it is about
 * @param clause   what is told, as part of a subject: {@code Sales is down}
 * @param sentence the clause with its cause or time, for a mail that has nothing else to say
 */
record Subject(Letter.Tone tone, String title, String clause, String sentence, Letter.Item item) {}
