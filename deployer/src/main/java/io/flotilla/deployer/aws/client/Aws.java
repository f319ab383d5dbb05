package io.flotilla.deployer.aws.client;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * The SDK's clients for one region, each made when it is first asked for, because making one takes a while. They use the
 * credentials and the profile that the AWS command line would use, and try again by themselves when AWS throttles.
 */
public final class Aws implements AutoCloseable {
    private static final int ATTEMPTS = 8;
    /** With all attempts and the pauses between them. A rollout acts within its lease only if its calls end (RolloutRun). */
    private static final Duration LONGEST_CALL = Duration.ofSeconds(50);

    private final Region region;
    private final Optional<URI> endpoint;
    private final AwsCredentialsProvider credentials;
    private final List<ExecutionInterceptor> listeners;
    private final SdkHttpClient http = UrlConnectionHttpClient.builder().connectionTimeout(Duration.ofSeconds(10))
            .socketTimeout(Duration.ofSeconds(60)).build();

    private final Lazy<CloudFormationClient> cloudFormation = new Lazy<>(() -> made(CloudFormationClient.builder()));
    private final Lazy<AutoScalingClient> autoScaling = new Lazy<>(() -> made(AutoScalingClient.builder()));
    private final Lazy<ElasticLoadBalancingV2Client> loadBalancing = new Lazy<>(
            () -> made(ElasticLoadBalancingV2Client.builder()));
    private final Lazy<Ec2Client> ec2 = new Lazy<>(() -> made(Ec2Client.builder()));
    private final Lazy<SsmClient> ssm = new Lazy<>(() -> made(SsmClient.builder()));
    private final Lazy<StsClient> sts = new Lazy<>(() -> made(StsClient.builder()));
    private final Lazy<CognitoIdentityProviderClient> cognito = new Lazy<>(
            () -> made(CognitoIdentityProviderClient.builder()));
    private final Lazy<S3Client> s3;

    /**
     * @param endpoint  where to ask instead of AWS; an emulator's address in tests
     * @param listeners hear every call
     */
    public Aws(String region, Optional<URI> endpoint, AwsCredentialsProvider credentials,
            List<ExecutionInterceptor> listeners) {
        this.region = Region.of(region);
        this.endpoint = endpoint;
        this.credentials = credentials;
        this.listeners = List.copyOf(listeners);
        this.s3 = new Lazy<>(() -> made(endpoint.isPresent() ? plain() : S3Client.builder()));
    }

    /** AWS itself, or what {@code AWS_ENDPOINT_URL} names. */
    public static Aws in(String region) {
        var elsewhere = Optional.ofNullable(System.getProperty("aws.endpointUrl"))
                .or(() -> Optional.ofNullable(System.getenv("AWS_ENDPOINT_URL"))).map(URI::create);
        return new Aws(region, elsewhere, DefaultCredentialsProvider.builder().build(), List.of());
    }

    public String region() {
        return region.id();
    }

    public CloudFormationClient cloudFormation() {
        return cloudFormation.get();
    }

    public AutoScalingClient autoScaling() {
        return autoScaling.get();
    }

    public ElasticLoadBalancingV2Client loadBalancing() {
        return loadBalancing.get();
    }

    public Ec2Client ec2() {
        return ec2.get();
    }

    public SsmClient ssm() {
        return ssm.get();
    }

    public StsClient sts() {
        return sts.get();
    }

    public CognitoIdentityProviderClient cognito() {
        return cognito.get();
    }

    public S3Client s3() {
        return s3.get();
    }

    /** What stands in for S3 speaks its protocol without newer refinements. */
    private static S3ClientBuilder plain() {
        return S3Client.builder().forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(settings -> settings.chunkedEncodingEnabled(false));
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C made(B builder) {
        endpoint.ifPresent(builder::endpointOverride);
        return builder.region(region).credentialsProvider(credentials).httpClient(http)
                .overrideConfiguration(settings -> {
                    if (!(builder instanceof S3ClientBuilder)) { // an artifact may take longer to go up
                        settings.apiCallTimeout(LONGEST_CALL);
                    }
                    settings.retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                            .maxAttempts(ATTEMPTS).build());
                    listeners.forEach(settings::addExecutionInterceptor);
                }).build();
    }

    /** Ends the connections; the clients themselves hold nothing else. */
    @Override
    public void close() {
        http.close();
    }
}
