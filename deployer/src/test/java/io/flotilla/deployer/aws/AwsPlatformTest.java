package io.flotilla.deployer.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.App.Runtime;
import io.flotilla.base.catalogue.Catalogue;
import io.flotilla.base.catalogue.Environment;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.base.noticeboard.posting.TokenPosting;
import io.flotilla.deployer.apply.Apply;
import io.flotilla.deployer.apply.Outcome;
import io.flotilla.deployer.apply.Outcome.State;
import io.flotilla.deployer.git.GitHeads;
import io.flotilla.deployer.plan.PlanText;
import io.flotilla.deployer.plan.Planner;
import io.flotilla.deployer.plan.Selection;
import io.flotilla.deployer.plan.StackPlan.Kind;
import io.flotilla.deployer.platform.PlatformFailure;
import io.flotilla.deployer.platform.identity.SignInClient;
import io.flotilla.deployer.status.StatusReader;
import io.flotilla.deployer.status.StatusText;
import io.flotilla.deployer.template.Fleets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole environment in the emulator: from an empty account to apps that run, and what it costs to look at many of them. */
class AwsPlatformTest {
    private static final App SALES = Fleets.app("Sales", Runtime.NATIVE, Optional.empty(), "/sales/", 104);
    private static final App STOCK = Fleets.app("Stock", Runtime.JVM, Optional.empty(), "/stock/", 105);

    /** {@code -Dapps=99} measures a full fleet. */
    private static final int APPS = Integer.getInteger("apps", 12);

    @TempDir
    Path folder;
    private final Calls calls = new Calls();
    private final EmulatedAccount account = new EmulatedAccount(calls);

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void fromAnEmptyAccountToAppsThatRun() throws IOException {
        var view = account.dev(SALES, STOCK);
        var platform = platform(view);
        var artifact = Files.writeString(folder.resolve("artifact"), "a program");
        var planner = planner(view, platform);
        var tooEarly = planner.plan(Selection.ALL);
        assertEquals(Kind.BLOCKED, tooEarly.stacks().get(1).kind());
        planner.discard(tooEarly);
        platform.sources().publish(view.app("Sales").get(), artifact);
        platform.sources().publish(view.app("Stock").get(), artifact);
        var plan = planner.plan(Selection.ALL);
        assertEquals(List.of(Kind.CREATE, Kind.CREATE, Kind.CREATE), plan.stacks().stream().map(stack -> stack.kind())
                .toList());
        var outcomes = new Apply(platform.stacks(), (stack, what) -> {}, 2).run(plan);
        assertEquals(List.of(State.DONE, State.DONE, State.DONE), outcomes.stream().map(Outcome::state).toList(),
                outcomes::toString);
        handOnTags();
        var again = planner.plan(Selection.ALL);
        assertTrue(again.isNothing() && !again.isBlocked(), PlanText.of(again));
        assertEquals("""
                davinci-labs in dev: CREATE_COMPLETE
                  Sales  CREATE_COMPLETE, 1 of 1 healthy, runs %1$s
                  Stock  CREATE_COMPLETE, 1 of 1 healthy, runs %1$s
                """.formatted("d69ea8cda243"), StatusText.of(new StatusReader(view, platform, account::now).read()));
    }

    @Test
    void theDatabasesAddressIsLeftWhereTheCatalogueSaysAlsoIfAnApplyBrokeOffBefore() {
        var extras = new Environment.Extras(Optional.empty(), Optional.empty(),
                Optional.of(new Environment.Postgres("db.t4g.micro", 20, 14)));
        var view = account.with(extras);
        var platform = platform(view);
        var planner = planner(view, platform);
        var outcomes = new Apply(platform.stacks(), (stack, what) -> {}, 1).run(planner.plan(Selection.ALL));
        assertEquals(List.of(State.DONE), outcomes.stream().map(Outcome::state).toList(), outcomes::toString);
        var password = parameter("/davinci-labs/dev/shared-database/password");
        var address = parameter("/fleet/dev/db");
        assertTrue(
                address.matches("postgresql://flotilla:%s@[^:/@]+:5432/flotilla\\?sslmode=require".formatted(password)),
                address.replace(password, "…"));

        account.aws.ssm().deleteParameter(request -> request.name("/fleet/dev/db"));
        planner.plan(Selection.ALL);
        platform.introduce(List.of());
        assertEquals(address, parameter("/fleet/dev/db"));
    }

    @Test
    void anAppIsGivenItsSecretsOnceAndThePortalTheHash() {
        var view = account.dev(SALES);
        var platform = platform(view);
        platform.introduce(view.apps());
        var token = secret("FLOTILLA_PORTAL_TOKEN");
        var key = secret("FLOTILLA_IDENTITY_SESSION_KEY");
        assertEquals(64, token.length());
        assertEquals(64, key.length());
        assertTrue(TokenPosting.read(platform.noticeboard(), "Sales").orElseThrow().matches(token));
        platform.introduce(view.apps());
        assertEquals(token, secret("FLOTILLA_PORTAL_TOKEN"));
        platform.noticeboard().keys("tokens/").forEach(posted -> {
            var there = platform.noticeboard().read(posted).orElseThrow();
            assertFalse(new String(there.body()).contains(token));
        });
    }

    @Test
    void aPostingThatWasLostIsPostedAgain() throws Exception {
        var view = account.dev(SALES);
        var platform = platform(view);
        platform.introduce(view.apps());
        var board = platform.noticeboard();
        board.remove(board.read(TokenPosting.key("Sales")).orElseThrow());
        platform.introduce(view.apps());
        assertTrue(TokenPosting.read(board, "Sales").orElseThrow().matches(secret("FLOTILLA_PORTAL_TOKEN")));
    }

    @Test
    void refusesAnotherAccount() {
        var view = account.dev(SALES);
        var catalogue = view.catalogue();
        var other = new EnvironmentView(new Catalogue(catalogue.fleet(), Optional.of("999999999999"), catalogue.git(),
                catalogue.environments(), catalogue.apps()), view.environment());
        var failure = assertThrows(PlatformFailure.Final.class, () -> platform(other).guard());
        assertTrue(
                failure.getMessage()
                        .contains("belongs to the account 999999999999, and these credentials to 123456789012"),
                failure.getMessage());
        platform(view).guard();
    }

    @Test
    void looksAtManyAppsWithoutACallForEach() throws IOException {
        var apps = IntStream.rangeClosed(101, 100 + APPS)
                .mapToObj(priority -> Fleets.app("App" + priority, Runtime.NATIVE,
                        Optional.empty(), "/app" + priority + "/", priority))
                .toArray(App[]::new);
        var view = account.dev(apps);
        var platform = platform(view);
        var artifact = Files.writeString(folder.resolve("artifact"), "a program");
        view.apps().forEach(app -> platform.sources().publish(app, artifact));
        new Apply(platform.stacks(), (stack, what) -> {}, 1).run(planner(view, platform).plan(
                new Selection(Set.of("App101"), false, false)));
        calls.clear();
        var start = System.nanoTime();
        var planner = planner(view, platform);
        var plan = planner.plan(Selection.ALL);
        System.out.printf("plan of %d apps against the emulator: %.1f s, calls %s%n", APPS,
                (System.nanoTime() - start) / 1e9,
                calls.counts());
        assertEquals(APPS - 1, plan.count(Kind.CREATE));
        for (var once : List.of("DescribeStacks", "DescribeAutoScalingGroups", "DescribeInstances", "DescribeImages",
                "DescribeRules", "ListObjectsV2")) {
            assertTrue(calls.counts().getOrDefault(once, 0) <= 2, once + " in " + calls.counts());
        }
        assertEquals(Map.of(), platform.sources().newest(List.of()));
    }

    /** What EC2 does and the emulator does not: an instance gets the tags that its launch template specifies. */
    private void handOnTags() {
        for (var template : account.aws.ec2().describeLaunchTemplates().launchTemplates()) {
            var tags = account.aws.ec2().describeLaunchTemplateVersions(request -> request
                    .launchTemplateId(template.launchTemplateId())).launchTemplateVersions().get(0).launchTemplateData()
                    .tagSpecifications().get(0).tags();
            account.aws.autoScaling().describeAutoScalingGroups().autoScalingGroups().stream()
                    .filter(group -> group.launchTemplate().launchTemplateId().equals(template.launchTemplateId()))
                    .flatMap(group -> group.instances().stream())
                    .forEach(
                            instance -> account.aws.ec2().createTags(request -> request.resources(instance.instanceId())
                                    .tags(tags)));
        }
    }

    private AwsPlatform platform(EnvironmentView view) {
        return new AwsPlatform(view, folder.resolve("fleet.yaml"), account.aws, account.pause(), account::now,
                GitHeads::new);
    }

    private static Planner planner(EnvironmentView view, AwsPlatform platform) {
        return new Planner(view, platform.stacks(), platform.sources(), app -> Optional.empty(),
                SignInClient.ELSEWHERE);
    }

    private String secret(String name) {
        return parameter("/davinci-labs/dev/Sales/" + name);
    }

    private String parameter(String path) {
        return account.aws.ssm().getParameter(request -> request.name(path).withDecryption(true)).parameter().value();
    }
}
