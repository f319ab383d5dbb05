package io.flotilla.portal.directory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.flotilla.base.access.Person;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GroupExistsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUsersResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

/**
 * People and groups in a user pool of Amazon Cognito. Lists come 60 at a time; a search is for how a name or an e-mail
 * address begins, in the pool's spelling, because a filter can do no more; pages are in the pool's own order. The pool tells
 * a change to all of itself only after a moment, so what was learnt or changed here counts for {@link #REMEMBERED}.
 */
public final class CognitoDirectory implements Directory {
    /** Within a minute a revoked membership must bite; apps ask the portal every 30 seconds. */
    static final Duration REMEMBERED = Duration.ofSeconds(10);
    private static final Comparator<Member> BY_NAME = Comparator.comparing(Member::name, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(Member::id);

    private final CognitoIdentityProviderClient client;
    private final String pool;
    private final InstantSource clock;
    private final Map<String, Remembered> memberships = new ConcurrentHashMap<>();
    private final Map<String, String> usernames = new ConcurrentHashMap<>();

    private record Remembered(Set<String> groups, Instant until) {}

    CognitoDirectory(CognitoIdentityProviderClient client, String pool, InstantSource clock) {
        this.client = client;
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public Page people(String search, Optional<String> after) {
        var text = search.strip();
        if (text.isEmpty()) {
            return page(list(null, after.orElse(null)));
        }
        // The cursor says which of the two searches it goes on with.
        var byEmail = after.map(cursor -> cursor.startsWith("e")).orElse(text.contains("@"));
        var token = after.map(cursor -> cursor.substring(1)).orElse(null);
        var found = list(filter(byEmail ? "email" : "name", "^=", text), token);
        if (!byEmail && after.isEmpty() && found.users().isEmpty()) {
            byEmail = true;
            found = list(filter("email", "^=", text.toLowerCase(Locale.ROOT)), null);
        }
        var page = page(found);
        var kind = byEmail ? "e" : "n";
        return new Page(page.people(), page.next().map(next -> kind + next));
    }

    @Override
    public Optional<Member> person(String id) {
        return user("sub", id).map(this::member);
    }

    @Override
    public Optional<Member> withEmail(String email) {
        var typed = email.strip();
        return user("email", typed).or(() -> user("email", typed.toLowerCase(Locale.ROOT))).map(this::member);
    }

    @Override
    public List<Group> groups() {
        return ask(() -> client.listGroupsPaginator(request -> request.userPoolId(pool).limit(PAGE)).groups().stream()
                .map(group -> new Group(group.groupName(), Optional.ofNullable(group.description()).orElse("")))
                .sorted(Comparator.comparing(Group::name)).toList());
    }

    @Override
    public Set<String> groupsOf(String person) {
        var known = memberships.get(person);
        if (known != null && known.until().isAfter(clock.instant())) {
            return known.groups();
        }
        var groups = username(person).map(this::groupsOfUser).orElse(Set.of());
        remember(person, groups);
        return groups;
    }

    @Override
    public List<Member> members(String group) {
        return ask(() -> {
            try {
                return client
                        .listUsersInGroupPaginator(
                                request -> request.userPoolId(pool).groupName(group).limit(PAGE))
                        .users().stream().map(this::member).sorted(BY_NAME).toList();
            } catch (ResourceNotFoundException noSuchGroup) {
                return List.<Member>of();
            }
        });
    }

    @Override
    public List<Person> everybody() {
        var people = ask(() -> client.listUsersPaginator(request -> request.userPoolId(pool).limit(PAGE)).users()
                .stream().map(this::member).sorted(BY_NAME).toList());
        var groups = new HashMap<String, Set<String>>();
        groups().forEach(group -> members(group.name()).forEach(
                member -> groups.computeIfAbsent(member.id(), id -> new LinkedHashSet<>()).add(group.name())));
        return people.stream().map(member -> new Person(member.id(), member.name(), member.email(),
                groups.getOrDefault(member.id(), Set.of()))).toList();
    }

    @Override
    public boolean create(Group group) {
        return ask(() -> {
            try {
                client.createGroup(request -> request.userPoolId(pool).groupName(group.name())
                        .description(group.description().isEmpty() ? null : group.description()));
                return true;
            } catch (GroupExistsException wasThere) {
                return false;
            }
        });
    }

    @Override
    public boolean add(String person, String group) {
        var username = username(person).orElseThrow(
                () -> new IllegalArgumentException("The directory knows no person “%s”.".formatted(person)));
        var groups = new TreeSet<>(groupsOfUser(username));
        if (!groups.add(group)) {
            return false;
        }
        ask(() -> {
            try {
                return client.adminAddUserToGroup(
                        request -> request.userPoolId(pool).username(username).groupName(group));
            } catch (ResourceNotFoundException noSuchGroup) {
                throw new IllegalArgumentException("There is no group “%s”; create it first.".formatted(group));
            }
        });
        remember(person, groups);
        return true;
    }

    @Override
    public boolean remove(String person, String group) {
        var username = username(person);
        var groups = new TreeSet<>(username.map(this::groupsOfUser).orElse(Set.of()));
        if (!groups.remove(group)) {
            return false;
        }
        ask(() -> client.adminRemoveUserFromGroup(
                request -> request.userPoolId(pool).username(username.get()).groupName(group)));
        remember(person, groups);
        return true;
    }

    private void remember(String person, Set<String> groups) {
        var now = clock.instant();
        memberships.values().removeIf(known -> known.until().isBefore(now));
        memberships.put(person, new Remembered(Set.copyOf(groups), now.plus(REMEMBERED)));
    }

    private Set<String> groupsOfUser(String username) {
        return ask(() -> {
            try {
                var groups = new TreeSet<String>();
                client.adminListGroupsForUserPaginator(
                        request -> request.userPoolId(pool).username(username).limit(PAGE))
                        .groups().forEach(group -> groups.add(group.groupName()));
                return groups;
            } catch (UserNotFoundException gone) {
                return Set.<String>of();
            }
        });
    }

    /** What the pool itself calls the person: a token's {@code sub} will not do where e-mail addresses are aliases. */
    private Optional<String> username(String person) {
        var known = Optional.ofNullable(usernames.get(person));
        return known.or(() -> user("sub", person).map(user -> {
            usernames.put(person, user.username());
            return user.username();
        }));
    }

    private Optional<UserType> user(String attribute, String value) {
        return value.isBlank()
                ? Optional.empty()
                : list(filter(attribute, "=", value), null).users().stream()
                        .min(Comparator.comparing(UserType::username));
    }

    private ListUsersResponse list(String filter, String token) {
        return ask(() -> client.listUsers(
                request -> request.userPoolId(pool).limit(PAGE).filter(filter).paginationToken(token)));
    }

    private Page page(ListUsersResponse response) {
        var people = new ArrayList<>(response.users().stream().map(this::member).toList());
        people.sort(BY_NAME);
        return new Page(List.copyOf(people), Optional.ofNullable(response.paginationToken()));
    }

    private Member member(UserType user) {
        var attributes = new HashMap<String, String>();
        user.attributes().forEach(attribute -> attributes.put(attribute.name(), attribute.value()));
        var id = attributes.getOrDefault("sub", user.username());
        var email = attributes.getOrDefault("email", "").toLowerCase(Locale.ROOT);
        var name = Optional.ofNullable(attributes.get("name"))
                .or(() -> Optional.ofNullable(attributes.get("given_name")))
                .filter(text -> !text.isBlank()).orElse(email.isEmpty() ? id : email);
        return new Member(id, name, email);
    }

    private static String filter(String attribute, String operator, String value) {
        return "%s %s \"%s\"".formatted(attribute, operator, value.replace("\\", "\\\\").replace("\"", "\\\""));
    }

    /** What the client could not get in several attempts, throttled ones among them, nobody will get now. */
    private static <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (SdkException e) {
            throw new DirectoryAway("Amazon Cognito: " + e.getMessage(), e);
        }
    }
}
