package io.flotilla.deployer.local.instance;

import java.util.Optional;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.noticeboard.Noticeboard;
import io.flotilla.base.noticeboard.posting.TokenPosting;

/**
 * What each app shows the portal when it asks who may open it. The token stays in the state folder, and its hash is posted
 * before the app starts, so that the portal knows it.
 */
final class PortalTokens {
    private final StateFolder state;
    private final Noticeboard noticeboard;

    PortalTokens(StateFolder state, Noticeboard noticeboard) {
        this.state = state;
        this.noticeboard = noticeboard;
    }

    /** The app's token; empty for those who ask nobody: the portal itself, the identity, and a fleet without a portal. */
    Optional<String> handOut(LaunchVersion version) {
        var settings = version.settings();
        if (version.role().equals(Optional.of(App.Role.PORTAL)) || !settings.containsKey("FLOTILLA_PORTAL_PATH")
                || "identity".equals(settings.get("FLOTILLA_SAMPLE"))) {
            return Optional.empty();
        }
        var token = state.key("portal-" + version.app());
        if (TokenPosting.read(noticeboard, version.app()).filter(posted -> posted.matches(token)).isEmpty()) {
            post(TokenPosting.of(version.app(), token));
        }
        return Optional.of(token);
    }

    /** Two instances of an app may start together; they post the same. */
    private void post(TokenPosting posting) {
        try {
            posting.post(noticeboard);
        } catch (Noticeboard.Superseded sameToken) {
            // Whoever was first holds the same state folder, hence the same token.
        }
    }
}
