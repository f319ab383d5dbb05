package io.flotilla.deployer.aws.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.deployer.aws.client.Asking;
import io.flotilla.deployer.aws.client.Aws;
import io.flotilla.deployer.platform.PlatformFailure;
import io.flotilla.deployer.platform.identity.Registration;
import io.flotilla.deployer.platform.identity.SignInClient;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UpdateUserPoolClientRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UpdateUserPoolRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;

/**
 * The fleet's app client in a Cognito user pool of the environment's region: it lets people come back to the apps of the catalogue and
 * to nothing else on the environment's hosts; other hosts' URLs, such as another environment's, are left alone. Cognito takes what an
 * update does not name for its default, so every other setting is read and sent again as it is.
 */
public final class CognitoClient implements SignInClient {
    private static final Pattern ISSUER = Pattern
            .compile("https://cognito-idp\\.([a-z0-9-]+)\\.amazonaws\\.com/(\\S+)");
    /** Callback URLs, and as many logout URLs, of an app client (Amazon Cognito quotas). */
    static final int MOST_URLS = 100;
    private static final String SELF_SIGN_UP = "self-sign-up";

    private final EnvironmentView view;
    private final Aws aws;
    private final String pool;

    private CognitoClient(EnvironmentView view, Aws aws, String pool) {
        this.view = view;
        this.aws = aws;
        this.pool = pool;
    }

    /** The environment's client; one that is looked after elsewhere if its issuer is no user pool of this region. */
    public static SignInClient of(EnvironmentView view, Aws aws) {
        return pool(view).<SignInClient>map(pool -> new CognitoClient(view, aws, pool)).orElse(ELSEWHERE);
    }

    /** The user pool's id, if there is one in the environment's region. */
    public static Optional<String> pool(EnvironmentView view) {
        var issuer = ISSUER.matcher(view.environment().identity().issuer());
        return issuer.matches() && view.environment().region().equals(Optional.of(issuer.group(1)))
                ? Optional.of(issuer.group(2))
                : Optional.empty();
    }

    @Override
    public Optional<Registration> difference() {
        var wanted = wanted(client());
        var registration = registration(wanted, !poolNow().adminCreateUserConfig().allowAdminCreateUserOnly());
        return Optional.of(registration).filter(any -> !any.isNothing());
    }

    @Override
    public void bring(Registration shown) {
        var wanted = wanted(client());
        var now = poolNow();
        if (!registration(wanted, !now.adminCreateUserConfig().allowAdminCreateUserOnly()).equals(shown)) {
            throw new PlatformFailure.Final("the sign-in client",
                    "it has changed since this plan was made; nothing was done to it. Plan again", null);
        }
        if (shown.removes().contains(SELF_SIGN_UP)) {
            closeSelfSignUp(now);
        }
        Asking.ask("cognito-idp:UpdateUserPoolClient", view.environment().identity().client(),
                () -> aws.cognito().updateUserPoolClient(copied(wanted.there(), UpdateUserPoolClientRequest.builder())
                        .callbackURLs(wanted.callbacks().all()).logoutURLs(wanted.logouts().all()).build()));
    }

    private record Urls(List<String> there, Set<String> all) {
        Stream<String> missing() {
            return all.stream().filter(url -> !there.contains(url));
        }

        Stream<String> leftOver() {
            return there.stream().filter(url -> !all.contains(url));
        }
    }

    private record Wanted(UserPoolClientType there, Urls callbacks, Urls logouts) {}

    private Wanted wanted(UserPoolClientType there) {
        return new Wanted(there, urls("callback", there.callbackURLs(), "sign-in"),
                urls("logout", there.logoutURLs(), "signed-out"));
    }

    private Urls urls(String kind, Collection<String> there, String page) {
        var own = Stream.of(view.environment().origin(), view.environment().consoleOrigin())
                .map(origin -> origin + "/").collect(Collectors.toSet());
        var all = new TreeSet<String>();
        there.stream().filter(url -> own.stream().noneMatch(url::startsWith)).forEach(all::add);
        view.apps().stream().map((Function<App, String>) view::url).map(url -> url + page).forEach(all::add);
        if (all.size() > MOST_URLS) {
            throw new PlatformFailure.Final("the sign-in client",
                    ("it would have %d %s URLs, and Cognito takes %d; give the environments clients of their own "
                            + "(identity: { client: … })").formatted(all.size(), kind, MOST_URLS),
                    null);
        }
        return new Urls(List.copyOf(there), all);
    }

    private static Registration registration(Wanted wanted, boolean selfSignUp) {
        var adds = new ArrayList<String>();
        var removes = new ArrayList<String>();
        wanted.callbacks().missing().forEach(url -> adds.add("callback " + url));
        wanted.logouts().missing().forEach(url -> adds.add("logout " + url));
        wanted.callbacks().leftOver().forEach(url -> removes.add("callback " + url));
        wanted.logouts().leftOver().forEach(url -> removes.add("logout " + url));
        if (selfSignUp) {
            removes.add(SELF_SIGN_UP);
        }
        return new Registration(adds, removes);
    }

    private UserPoolClientType client() {
        var id = view.environment().identity().client();
        return Asking.ask("cognito-idp:DescribeUserPoolClient", id, () -> aws.cognito()
                .describeUserPoolClient(request -> request.userPoolId(pool).clientId(id)).userPoolClient());
    }

    private UserPoolType poolNow() {
        return Asking.ask("cognito-idp:DescribeUserPool", pool, () -> aws.cognito()
                .describeUserPool(request -> request.userPoolId(pool)).userPool());
    }

    private void closeSelfSignUp(UserPoolType now) {
        var config = now.adminCreateUserConfig().toBuilder().allowAdminCreateUserOnly(true)
                // Refused beside the password policy's own number of days, which takes its place.
                .unusedAccountValidityDays(null).build();
        Asking.ask("cognito-idp:UpdateUserPool", pool, () -> aws.cognito().updateUserPool(
                copied(now, UpdateUserPoolRequest.builder()).userPoolId(pool).adminCreateUserConfig(config).build()));
    }

    /** Whatever the request can say of what is there, under the same names. */
    private static <B extends SdkPojo> B copied(SdkPojo there, B request) {
        var settable = request.sdkFields().stream()
                .collect(Collectors.toMap(SdkField::memberName, Function.identity()));
        for (var field : there.sdkFields()) {
            var value = field.getValueOrDefault(there);
            if (value != null && settable.containsKey(field.memberName())) {
                settable.get(field.memberName()).set(request, value);
            }
        }
        return request;
    }
}
