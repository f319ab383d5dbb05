package io.flotilla.portal.directory;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A user pool, as the issuer of its tokens names it: {@code https://cognito-idp.us-east-1.amazonaws.com/us-east-1_EXAMPLE}.
 * Source: Amazon Cognito developer guide, "Verifying JSON web tokens".
 */
record CognitoIssuer(String region, String pool) {
    private static final Pattern SHAPE = Pattern
            .compile(
                    "https://cognito-idp(?:-fips)?\\.([a-z0-9-]+)\\.amazonaws\\.com(?:\\.cn)?/([\\w-]+_[0-9A-Za-z]+)/?");

    /** Empty for an issuer of another shape. */
    static Optional<CognitoIssuer> of(String issuer) {
        var matcher = SHAPE.matcher(issuer);
        return matcher.matches()
                ? Optional.of(new CognitoIssuer(matcher.group(1), matcher.group(2)))
                : Optional.empty();
    }
}
