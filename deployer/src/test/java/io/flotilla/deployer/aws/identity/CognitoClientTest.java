package io.flotilla.deployer.aws.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.App.Runtime;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.deployer.aws.EmulatedAccount;
import io.flotilla.deployer.platform.PlatformFailure;
import io.flotilla.deployer.platform.identity.Registration;
import io.flotilla.deployer.platform.identity.SignInClient;
import io.flotilla.deployer.template.Fleets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.OAuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;

class CognitoClientTest {
    private static final App SALES = Fleets.app("Sales", Runtime.NATIVE, Optional.empty(), "/sales/", 104);
    private static final String ORIGIN = "https://labs-dev.example.com";
    private static final String OTHERS = "https://labs.example.com/sales/sign-in";
    private static final String GONE = ORIGIN + "/gone/sign-in";

    private final EmulatedAccount account = new EmulatedAccount();
    private String pool;
    private String client;

    @BeforeEach
    void makeAClient() {
        pool = account.aws.cognito().createUserPool(request -> request.poolName("people")
                .policies(policies -> policies.passwordPolicy(policy -> policy.minimumLength(14)))).userPool().id();
        client = account.aws.cognito().createUserPoolClient(request -> request.userPoolId(pool).clientName("fleet")
                .callbackURLs(OTHERS, GONE).logoutURLs("https://labs.example.com/sales/signed-out")
                .allowedOAuthFlowsUserPoolClient(true).allowedOAuthFlows(OAuthFlowType.CODE)
                .allowedOAuthScopes("openid", "email").refreshTokenValidity(7)
                .supportedIdentityProviders("COGNITO")).userPoolClient().clientId();
    }

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void peopleComeBackToTheAppsOfTheCatalogueAndOtherHostsAreLeftAlone() {
        var signIn = CognitoClient.of(view(SALES), account.aws);
        var shown = signIn.difference().orElseThrow();
        assertEquals(new Registration(
                List.of("callback " + ORIGIN + "/sales/sign-in", "logout " + ORIGIN + "/sales/signed-out"),
                List.of("callback " + GONE, "self-sign-up")), shown);
        signIn.bring(shown);
        assertEquals(List.of(ORIGIN + "/sales/sign-in", OTHERS), sorted(there().callbackURLs()));
        assertEquals(List.of(ORIGIN + "/sales/signed-out", "https://labs.example.com/sales/signed-out"),
                sorted(there().logoutURLs()));
        assertEquals(Optional.empty(), signIn.difference());
    }

    @Test
    void everythingElseStaysAsItWas() {
        var before = there();
        var signIn = CognitoClient.of(view(SALES), account.aws);
        signIn.bring(signIn.difference().orElseThrow());
        var after = there();
        assertEquals(before.refreshTokenValidity(), after.refreshTokenValidity());
        assertEquals(before.allowedOAuthFlows(), after.allowedOAuthFlows());
        assertEquals(before.allowedOAuthScopes(), after.allowedOAuthScopes());
        assertEquals(before.clientName(), after.clientName());
        assertTrue(after.allowedOAuthFlowsUserPoolClient());
        var people = account.aws.cognito().describeUserPool(request -> request.userPoolId(pool)).userPool();
        assertTrue(people.adminCreateUserConfig().allowAdminCreateUserOnly());
        assertEquals(14, people.policies().passwordPolicy().minimumLength());
    }

    @Test
    void whatIsNotWhatWasShownIsRefused() {
        var signIn = CognitoClient.of(view(SALES), account.aws);
        var shown = signIn.difference().orElseThrow();
        account.aws.cognito().updateUserPoolClient(request -> request.userPoolId(pool).clientId(client)
                .callbackURLs(OTHERS));
        var refused = assertThrows(PlatformFailure.Final.class, () -> signIn.bring(shown));
        assertTrue(refused.getMessage().contains("it has changed since this plan was made"), refused.getMessage());
        assertFalse(there().callbackURLs().contains(ORIGIN + "/sales/sign-in"));
    }

    @Test
    void aHundredAppsAreTooManyBesideAnotherHostsUrl() {
        var apps = new ArrayList<App>();
        for (var i = 0; i < 100; i++) {
            apps.add(Fleets.app("App" + i, Runtime.NATIVE, Optional.empty(), "/app" + i + "/", 101));
        }
        var signIn = CognitoClient.of(view(apps.toArray(App[]::new)), account.aws);
        var refused = assertThrows(PlatformFailure.Final.class, signIn::difference);
        assertTrue(refused.getMessage().contains("it would have 101 callback URLs, and Cognito takes 100"),
                refused.getMessage());
    }

    @Test
    void anotherProviderIsLookedAfterElsewhere() {
        assertEquals(SignInClient.ELSEWHERE, CognitoClient.of(Fleets.dev(SALES), account.aws));
        assertEquals(Optional.empty(), SignInClient.ELSEWHERE.difference());
    }

    private EnvironmentView view(App... apps) {
        return Fleets.signingIn("https://cognito-idp.us-east-1.amazonaws.com/" + pool, client, apps);
    }

    private UserPoolClientType there() {
        return account.aws.cognito().describeUserPoolClient(request -> request.userPoolId(pool).clientId(client))
                .userPoolClient();
    }

    private static List<String> sorted(List<String> urls) {
        return urls.stream().sorted().toList();
    }
}
