package io.flotilla.deployer.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.Catalogue;
import io.flotilla.base.catalogue.Environment;
import io.flotilla.base.catalogue.EnvironmentName;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.base.emulator.AwsEmulator;
import io.flotilla.deployer.aws.client.Aws;
import io.flotilla.deployer.aws.client.Pause;
import io.flotilla.deployer.aws.stack.AwsStacks;
import io.flotilla.deployer.aws.stack.Images;
import io.flotilla.deployer.template.Fleets;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** An empty account in the emulator, with a network, a machine image and a bucket that a fleet can live on. */
public final class EmulatedAccount implements AutoCloseable {
    /** The account that the emulator pretends to be. */
    public static final String NUMBER = "123456789012";

    public final Aws aws;
    public final String ami;
    public final String vpc;
    public final List<String> subnets;
    public final String certificate;
    public final URI endpoint;
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));

    public EmulatedAccount(ExecutionInterceptor... listeners) {
        var emulator = AwsEmulator.fresh();
        endpoint = emulator.endpoint();
        aws = new Aws("us-east-1", Optional.of(endpoint),
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")), List.of(listeners));
        vpc = aws.ec2().createVpc(request -> request.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        subnets = Stream.of("a", "b").map(zone -> aws.ec2().createSubnet(request -> request.vpcId(vpc)
                .availabilityZone("us-east-1" + zone).cidrBlock(zone.equals("a") ? "10.0.0.0/24" : "10.0.1.0/24"))
                .subnet().subnetId()).toList();
        ami = aws.ec2().registerImage(request -> request.name("fleet").rootDeviceName("/dev/sda1")).imageId();
        certificate = certificate(endpoint);
        aws.s3().createBucket(request -> request.bucket("fleet-example"));
    }

    /** Without an SDK client, because the deployer itself asks Certificate Manager for nothing. */
    private static String certificate(URI endpoint) {
        var request = HttpRequest.newBuilder(endpoint).header("X-Amz-Target", "CertificateManager.RequestCertificate")
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("Authorization", "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/acm/aws4_request")
                .POST(HttpRequest.BodyPublishers.ofString("{\"DomainName\":\"labs-dev.example.com\"}")).build();
        try {
            var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
            return new ObjectMapper().readTree(answer).path("CertificateArn").textValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waiting costs no time: the clock is turned instead. */
    public Pause pause() {
        return duration -> now.updateAndGet(instant -> instant.plus(duration));
    }

    public Instant now() {
        return now.get();
    }

    public AwsStacks stacks(EnvironmentView view) {
        return new AwsStacks(view, aws, new Images(aws, view),
                app -> Optional.of("#!/bin/bash\n").filter(script -> app.runtime() == App.Runtime.CUSTOM),
                () -> Optional.of("a".repeat(64)), pause(), this::now);
    }

    /** The dev environment of {@link Fleets} in this account's network. */
    public EnvironmentView dev(App... apps) {
        return with(Environment.Extras.NONE, apps);
    }

    public EnvironmentView with(Environment.Extras extras, App... apps) {
        var view = Fleets.dev(Stream.of(apps).map(this::onImage).toArray(App[]::new));
        var old = view.environment();
        var environment = new Environment(old.name(), old.platform(), old.region(), Optional.of(vpc), subnets,
                old.domain(),
                Optional.of(certificate), old.console(), old.noticeboard(), old.database(), old.home(),
                old.priorities(),
                old.port(), old.people(), old.identity(), old.alerts(), extras);
        var catalogue = view.catalogue();
        return new EnvironmentView(new Catalogue(catalogue.fleet(), catalogue.account(), catalogue.git(),
                Map.of(environment.name(), environment), catalogue.apps()), environment);
    }

    /** The app with the account's image, unless it has one of its own. */
    private App onImage(App app) {
        var berth = app.berths().get(EnvironmentName.DEV);
        return with(app, new App.Berth(berth.branch(), berth.instance(), Optional.of(ami), berth.priority(),
                berth.instances()));
    }

    /** The app with another priority. */
    public static App at(App app, int priority) {
        var berth = app.berths().get(EnvironmentName.DEV);
        return with(app, new App.Berth(berth.branch(), berth.instance(), berth.ami(), OptionalInt.of(priority),
                berth.instances()));
    }

    private static App with(App app, App.Berth berth) {
        return new App(app.name(), app.title(), app.description(), app.team(), app.owners(), app.requires(), app.role(),
                app.runtime(), app.repo(), app.codebase(), app.appDir(), app.condaEnv(), app.userData(), app.artifact(),
                app.variables(), app.urlPath(), app.emailTo(), app.prodReady(), app.health(),
                Map.of(EnvironmentName.DEV, berth));
    }

    @Override
    public void close() {
        aws.close();
    }
}
