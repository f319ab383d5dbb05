package io.flotilla.base.page.error;

import java.util.Optional;
import java.util.Set;

import io.flotilla.base.access.Decision;
import io.quarkus.qute.TemplateData;

/**
 * An error as a person reads it: what happened, and what to do next. Nothing internal is in it.
 *
 * @param status  the HTTP status
 * @param title   what happened, in a few words
 * @param advice  what to do next, in a sentence or two
 * @param icon    the picture beside it
 * @param id      what the log calls this failure, if it is the program's
 * @param missing the groups that the person lacks, if that is the reason
 */
@TemplateData
public record ErrorPage(int status, String title, String advice, String icon, Optional<String> id,
        Set<String> missing) {

    /** The page for a status, with words for those that people meet; any other is put by its class. */
    public static ErrorPage of(int status) {
        return switch (status) {
            case 400 -> page(status, "That request was not understood",
                    "Go back, check what was entered and try again. If you followed a link, it is broken.",
                    "alert-triangle");
            case 401, 499 -> page(status, "Your session has ended",
                    "It was not used for long, or the sign-in took too long. Sign in again to go on.", "clock");
            case 403 -> page(status, "This is not open to you",
                    "Ask the people who look after this app for access. Signing out and in again helps "
                            + "if you were given access a moment ago.",
                    "lock");
            case 404 -> page(status, "There is no such page",
                    "The link may be old or mistyped. The app's first page leads to everything that is there.",
                    "search");
            case 405 -> page(status, "That cannot be done here",
                    "This page does not take that kind of request. Go back and use the page's own buttons.", "x");
            case 408, 504 -> page(status, "That took too long", "Try again; ask for less at once if it happens again.",
                    "clock");
            case 409, 412 -> page(status, "Somebody else changed this first",
                    "Load the page again to see what it is now, then decide again.", "refresh");
            case 413 -> page(status, "That is too large", "Send a smaller file, or less at once.", "package");
            case 414, 431 -> page(status, "That address is too long",
                    "Choose fewer filters, or start again from the app's first page.", "filter");
            case 415 ->
                page(status, "That kind of file is not taken here", "Send it in one of the kinds the page names.",
                        "file-text");
            case 429 -> page(status, "Too many requests", "Wait a minute, then try again.", "clock");
            case 502, 503 -> page(status, "The app is not ready",
                    "It may be starting or being updated. Try again in a minute.", "refresh");
            default -> status >= 500
                    ? page(status, "Something went wrong in the app",
                            "It is not your fault, and it has been written down. Try again; if it happens again, tell the "
                                    + "people who look after this app the number below.",
                            "alert-triangle")
                    : page(status, "That request was refused", "Go back, check what was entered and try again.",
                            "alert-triangle");
        };
    }

    /** Why somebody may not open the app, and what would help. */
    static ErrorPage denied(Decision decision) {
        var page = of(403);
        if (decision instanceof Decision.Missing missing) {
            return new ErrorPage(page.status, page.title, page.advice, page.icon, page.id, missing.groups());
        }
        return decision instanceof Decision.Closed
                ? page(403, "This is not open to anyone yet",
                        "The people who look after this app have not said which groups may open it. Ask them to.",
                        "lock")
                : page;
    }

    ErrorPage logged(String logId) {
        return new ErrorPage(status, title, advice, icon, Optional.of(logId), missing);
    }

    private static ErrorPage page(int status, String title, String advice, String icon) {
        return new ErrorPage(status, title, advice, icon, Optional.empty(), Set.of());
    }
}
