package io.flotilla.deployer.aws.client;

import java.util.Set;
import java.util.function.Supplier;

import io.flotilla.deployer.platform.PlatformFailure;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** The one way to ask AWS for something: whatever it refuses, or leaves without an answer, is explained to a person. */
public final class Asking {
    private static final Set<String> FORBIDDEN = Set.of("AccessDenied", "AccessDeniedException",
            "UnauthorizedOperation",
            "UnauthorizedAccess", "AuthorizationError", "NotAuthorizedException", "OperationNotPermitted");
    private static final Set<String> EXPIRED = Set.of("ExpiredToken", "ExpiredTokenException", "RequestExpired",
            "TokenRefreshRequired");
    private static final Set<String> UNKNOWN = Set.of("InvalidClientTokenId", "UnrecognizedClientException",
            "AuthFailure", "SignatureDoesNotMatch", "InvalidAccessKeyId");
    private static final Set<String> BUSY = Set.of("Throttling", "ThrottlingException", "ThrottledException",
            "RequestLimitExceeded", "TooManyRequestsException", "RequestThrottled", "SlowDown", "InternalFailure",
            "InternalError", "ServiceUnavailable", "Unavailable", "ScalingActivityInProgress", "ResourceContention",
            "PriorRequestNotComplete", "EC2ThrottledException");

    private Asking() {}

    /**
     * @param action the IAM action, such as {@code cloudformation:CreateChangeSet}
     * @param what   what it is asked about, such as a stack's name
     * @throws PlatformFailure instead of anything that the SDK throws
     */
    public static <T> T ask(String action, String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException failure) {
            throw explained(action, what, failure);
        }
    }

    /** What the SDK's failure means, and what can be done about it. */
    public static PlatformFailure explained(String action, String what, SdkException failure) {
        var doing = action.substring(action.indexOf(':') + 1) + " of " + what;
        if (failure instanceof AwsServiceException refused && refused.awsErrorDetails() != null) {
            return refused(action, doing, refused);
        } else if (failure instanceof SdkClientException && says(failure, "credentials")) {
            return new PlatformFailure.Final(doing,
                    "there are no AWS credentials; sign in, for instance by \"aws sso login\","
                            + " or name a profile by AWS_PROFILE",
                    failure);
        }
        return new PlatformFailure.Transient(doing,
                "AWS does not answer (%s); run this again, and it goes on where it was".formatted(failure.getMessage()),
                failure);
    }

    private static PlatformFailure refused(String action, String doing, AwsServiceException refused) {
        var code = refused.awsErrorDetails().errorCode() == null ? "" : refused.awsErrorDetails().errorCode();
        var message = refused.awsErrorDetails().errorMessage();
        if (FORBIDDEN.contains(code)) {
            return new PlatformFailure.Final(doing,
                    "you may not %s; \"deployer iam-policy\" prints the policy that allows it (AWS says: %s)"
                            .formatted(action, message),
                    refused);
        } else if (EXPIRED.contains(code)) {
            return new PlatformFailure.Final(doing,
                    "the AWS credentials have expired; sign in again, then run this again:"
                            + " it goes on where it was",
                    refused);
        } else if (UNKNOWN.contains(code)) {
            return new PlatformFailure.Final(doing,
                    "AWS does not know these credentials (%s); check AWS_PROFILE, or sign in"
                            .formatted(message),
                    refused);
        } else if (BUSY.contains(code) || refused.statusCode() >= 500) {
            return new PlatformFailure.Transient(doing, "AWS is busy (%s); run this again, and it goes on where it was"
                    .formatted(code.isEmpty() ? refused.statusCode() : code), refused);
        }
        return new PlatformFailure.Final(doing, message == null ? refused.getMessage() : message, refused);
    }

    private static boolean says(Throwable failure, String word) {
        return failure.getMessage() != null && failure.getMessage().contains(word);
    }
}
