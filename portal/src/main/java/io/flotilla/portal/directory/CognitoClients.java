package io.flotilla.portal.directory;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClientBuilder;

/** The way to a user pool: patient with throttling, which Cognito does per pool and not per caller. */
final class CognitoClients {
    private static final int ATTEMPTS = 8;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private CognitoClients() {}

    static CognitoDirectory directory(CognitoIssuer issuer) {
        return new CognitoDirectory(builder(issuer.region()).build(), issuer.pool(), InstantSource.system());
    }

    static CognitoIdentityProviderClient at(URI endpoint, String region, AwsCredentialsProvider credentials) {
        return builder(region).endpointOverride(endpoint).credentialsProvider(credentials).build();
    }

    private static CognitoIdentityProviderClientBuilder builder(String region) {
        return CognitoIdentityProviderClient.builder().region(Region.of(region))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(settings -> settings.apiCallTimeout(TIMEOUT).retryStrategy(
                        AwsRetryStrategy.standardRetryStrategy().toBuilder().maxAttempts(ATTEMPTS).build()));
    }
}
