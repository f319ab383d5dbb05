package io.flotilla.base.access.portal;

/**
 * The portal, as one app asks it.
 *
 * @param origin the environment's public origin, without a slash at its end
 * @param path   the portal's path there, with a slash at both ends
 * @param app    the asking app's name in the catalogue
 * @param token  the app's own token, a secret
 */
public record Portal(String origin, String path, String app, String token) {

    /** What all questions begin with. */
    String api() {
        return origin + path + "api/access/";
    }

    /** Who speaks to whom; the token is not in it. */
    @Override
    public String toString() {
        return api() + " to " + app;
    }
}
