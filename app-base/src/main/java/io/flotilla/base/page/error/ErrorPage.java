package io.flotilla.base.page.error;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import io.flotilla.base.access.AccessAnswer;
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
 * @param missing the groups that the person lacks, if that is the reason, in alphabetical order
 * @param ask     where to ask for access, if that is the reason and there is such a place
 */
@TemplateData
public record ErrorPage(int status, String title, String advice, String icon, Optional<String> id,
        List<MissingGroup> missing, Optional<String> ask) {

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

    /** For a form that came without a session. */
    static ErrorPage notSent() {
        return page(401, "Your session has ended",
                "Nothing of what you sent was taken. To keep what you wrote, sign in in another tab, then come back to this one "
                        + "and send it again.",
                "clock");
    }

    /** For an answer of the identity provider that signs nobody in. */
    static ErrorPage signInFailed() {
        return page(401, "The sign-in did not succeed",
                "It was broken off, took too long, or the sign-in page refused it. Sign in again; if it happens again, tell the "
                        + "people who look after this app.",
                "user");
    }

    /** For a form whose page lay open for too long, or that another site made the browser send. */
    static ErrorPage formTooOld() {
        return page(400, "This form is out of date",
                "Nothing of what you sent was taken. Go back, load the page again, and send it once more.", "refresh");
    }

    /** Why somebody may not open the app, and what would help. */
    static ErrorPage denied(Refusal refusal) {
        var ask = refusal.answer().flatMap(AccessAnswer::ask);
        if (refusal.decision() instanceof Decision.Unknown) {
            return page(503, "Who may open this cannot be learnt now",
                    "The portal, which knows, does not answer, and never told this app about you before. "
                            + "You will get in as soon as it answers again, if this app is open to you. Try again in a minute.",
                    "clock");
        }
        if (refusal.decision() instanceof Decision.Missing missing) {
            return new ErrorPage(403, "This is not open to you", advice(refusal, ask), "lock", Optional.empty(),
                    groups(missing, refusal.answer()), ask);
        }
        return new ErrorPage(403, "This is not open to anyone yet",
                "The people who look after this app have not said which groups may open it. Ask them to.", "lock",
                Optional.empty(), List.of(), ask);
    }

    private static String advice(Refusal refusal, Optional<String> ask) {
        var whom = ask.isPresent()
                ? "Ask for access: the request goes to those who can give it. "
                : "Ask the people who look after this app for access. ";
        return refusal.answer().flatMap(AccessAnswer::groups).isPresent()
                ? whom + "Once it is given, this page opens within a minute."
                : whom + "Signing out and in again helps if you were given access a moment ago.";
    }

    private static List<MissingGroup> groups(Decision.Missing missing, Optional<AccessAnswer> answer) {
        var owners = answer.map(AccessAnswer::groupOwners).orElse(Map.of());
        return new TreeSet<>(missing.groups()).stream().map(group -> new MissingGroup(group,
                owners.getOrDefault(group, List.of()).stream().map(MissingGroup.Owner::of).toList())).toList();
    }

    ErrorPage logged(String logId) {
        return new ErrorPage(status, title, advice, icon, Optional.of(logId), missing, ask);
    }

    private static ErrorPage page(int status, String title, String advice, String icon) {
        return new ErrorPage(status, title, advice, icon, Optional.empty(), List.of(), Optional.empty());
    }
}
