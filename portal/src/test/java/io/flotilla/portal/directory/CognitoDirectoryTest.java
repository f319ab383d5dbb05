package io.flotilla.portal.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.flotilla.base.access.Person;
import io.flotilla.base.emulator.AwsEmulator;
import io.flotilla.portal.directory.Directory.DirectoryAway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;

/** The directory in a user pool of the AWS emulator. */
class CognitoDirectoryTest extends DirectoryContract {
    private Instant now = Instant.EPOCH;
    private CognitoIdentityProviderClient client;
    private String pool;
    private CognitoDirectory directory;

    @BeforeEach
    void makePool() {
        client = client(AwsEmulator.fresh().endpoint());
        pool = client.createUserPool(request -> request.poolName("fleet")).userPool().id();
        directory = new CognitoDirectory(client, pool, () -> now);
    }

    @Override
    Directory directory() {
        return directory;
    }

    @Override
    String newPerson(String name, String email) {
        return newPerson(name, email, true);
    }

    private String newPerson(String name, String email, boolean confirmed) {
        return client.adminCreateUser(request -> request.userPoolId(pool).username(email).userAttributes(
                attribute("name", name), attribute("email", email),
                attribute("email_verified", String.valueOf(confirmed)))).user().attributes().stream()
                .filter(attribute -> attribute.name().equals("sub")).findFirst().orElseThrow().value();
    }

    @Test
    void whatSomebodyElseChangedCountsOnceWhatWasLearntIsOld() {
        var ana = newPerson("Ana Castro", "ana@example.com");
        directory.create(Group.named("sales", ""));
        directory.add(ana, "sales");

        client.adminRemoveUserFromGroup(
                request -> request.userPoolId(pool).username("ana@example.com").groupName("sales"));
        now = now.plus(CognitoDirectory.REMEMBERED);

        assertEquals(Set.of(), directory.groupsOf(ana));
    }

    @Test
    void anAddressThatNobodyHasConfirmedIsNobodys() {
        var eve = newPerson("Eve", "boss@example.com", false);

        assertEquals(Optional.empty(), directory.withEmail("boss@example.com"));
        assertEquals(Optional.of(new Member(eve, "Eve", "")), directory.person(eve));
    }

    @Test
    void aQuestionAboutSomeGroupsReadsTheirMembersOnceAndNotThePool() {
        var ana = newPerson("Ana Castro", "ana@example.com");
        directory.create(Group.named("sales", ""));
        directory.add(ana, "sales");
        var asked = new ArrayList<String>();
        var counted = new CognitoDirectory(noting(asked), pool, () -> now);

        for (int i = 0; i < 3; i++) {
            assertEquals(List.of(ana), counted.within(List.of("sales")).stream().map(Person::id).toList());
        }
        assertEquals(List.of("listUsersInGroupPaginator"), asked);

        now = now.plus(CognitoDirectory.REMEMBERED);
        counted.within(List.of("sales"));
        assertEquals(List.of("listUsersInGroupPaginator", "listUsersInGroupPaginator"), asked);
    }

    /** The client, and beside it what it is asked. */
    private CognitoIdentityProviderClient noting(List<String> asked) {
        return (CognitoIdentityProviderClient) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[]{CognitoIdentityProviderClient.class}, (proxy, method, arguments) -> {
                    asked.add(method.getName());
                    return method.invoke(client, arguments);
                });
    }

    @Test
    void saysThatItIsAwayWhenThePoolIsNotThere() {
        var nowhere = new CognitoDirectory(client, "us-east-1_NOWHERE", () -> now);

        assertThrows(DirectoryAway.class, () -> nowhere.people("", Optional.empty()));
    }

    @Test
    void knowsAPoolByItsIssuer() {
        assertEquals(Optional.of(new CognitoIssuer("us-east-1", "us-east-1_EXAMPLE")),
                CognitoIssuer.of("https://cognito-idp.us-east-1.amazonaws.com/us-east-1_EXAMPLE"));
        assertEquals(Optional.empty(), CognitoIssuer.of("https://login.example.com/us-east-1_EXAMPLE"));
        assertEquals(Optional.empty(),
                CognitoIssuer.of("https://cognito-idp.us-east-1.amazonaws.com.example.com/us-east-1_EXAMPLE"));
    }

    private static AttributeType attribute(String name, String value) {
        return AttributeType.builder().name(name).value(value).build();
    }

    private static CognitoIdentityProviderClient client(URI endpoint) {
        return CognitoClients.at(endpoint, "us-east-1",
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
    }
}
