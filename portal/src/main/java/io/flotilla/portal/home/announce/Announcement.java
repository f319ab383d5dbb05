package io.flotilla.portal.home.announce;

import java.time.Instant;

/**
 * What the admins want everybody to read on the home page.
 *
 * @param urgent whether it stands out
 * @param until  when it disappears by itself
 * @param by     the name of who wrote it
 */
public record Announcement(String id, String text, boolean urgent, Instant until, String by) {}
