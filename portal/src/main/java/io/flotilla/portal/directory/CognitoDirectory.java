package io.flotilla.portal.directory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
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
    /** Reading a whole pool of 5,000 people takes 84 questions, and who is in it changes seldom. */
    static final Duration POOL_REMEMBERED = Duration.ofMinutes(1);
    private static final String ALL = "";

    private final CognitoIdentityProviderClient client;
    private final String pool;
    private final ShortMemory<Set<String>> memberships;
    private final ShortMemory<List<Member>> members;
    private final ShortMemory<List<Member>> everybody;
    private final Map<String, String> usernames = new ConcurrentHashMap<>();

    CognitoDirectory(CognitoIdentityProviderClient client, String pool, InstantSource clock) {
        this.client = client;
        this.pool = pool;
        this.memberships = new ShortMemory<>(REMEMBERED, clock);
        this.members = new ShortMemory<>(REMEMBERED, clock);
        this.everybody = new ShortMemory<>(POOL_REMEMBERED, clock);
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

    /** An address that nobody has confirmed is nobody's: else who claims another's would be taken for them. */
    @Override
    public Optional<Member> withEmail(String email) {
        var typed = email.strip();
        return confirmed(typed).or(() -> confirmed(typed.toLowerCase(Locale.ROOT)));
    }

    private Optional<Member> confirmed(String address) {
        return users("email", address).stream().map(this::member)
                .filter(member -> member.email().equalsIgnoreCase(address)).min(Comparator.comparing(Member::id));
    }

    @Override
    public List<Group> groups() {
        return ask(() -> client.listGroupsPaginator(request -> request.userPoolId(pool).limit(PAGE)).groups().stream()
                .map(group -> new Group(group.groupName(), Optional.ofNullable(group.description()).orElse("")))
                .sorted(Comparator.comparing(Group::name)).toList());
    }

    @Override
    public Set<String> groupsOf(String person) {
        return memberships.of(person, () -> username(person).map(this::groupsOfUser).orElse(Set.of()));
    }

    @Override
    public List<Member> members(String group) {
        return members.of(group, () -> ask(() -> {
            try {
                return client
                        .listUsersInGroupPaginator(
                                request -> request.userPoolId(pool).groupName(group).limit(PAGE))
                        .users().stream().map(this::member).sorted(Member.BY_NAME).toList();
            } catch (ResourceNotFoundException noSuchGroup) {
                return List.<Member>of();
            }
        }));
    }

    @Override
    public List<Person> everybody(Collection<String> groups) {
        var people = everybody.of(ALL, () -> ask(() -> client
                .listUsersPaginator(request -> request.userPoolId(pool).limit(PAGE)).users().stream()
                .map(this::member).sorted(Member.BY_NAME).toList()));
        var memberOf = new HashMap<String, Set<String>>();
        groups.forEach(group -> members(group).forEach(
                member -> memberOf.computeIfAbsent(member.id(), id -> new LinkedHashSet<>()).add(group)));
        return people.stream().map(member -> member.in(memberOf.getOrDefault(member.id(), Set.of()))).toList();
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
        remember(person, groups, group);
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
        remember(person, groups, group);
        return true;
    }

    private void remember(String person, Set<String> groups, String changed) {
        memberships.put(person, Set.copyOf(groups));
        members.forget(changed);
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
        return users(attribute, value).stream().min(Comparator.comparing(UserType::username));
    }

    private List<UserType> users(String attribute, String value) {
        return value.isBlank() ? List.of() : list(filter(attribute, "=", value), null).users();
    }

    private ListUsersResponse list(String filter, String token) {
        return ask(() -> client.listUsers(
                request -> request.userPoolId(pool).limit(PAGE).filter(filter).paginationToken(token)));
    }

    private Page page(ListUsersResponse response) {
        var people = new ArrayList<>(response.users().stream().map(this::member).toList());
        people.sort(Member.BY_NAME);
        return new Page(List.copyOf(people), Optional.ofNullable(response.paginationToken()));
    }

    private Member member(UserType user) {
        var attributes = new HashMap<String, String>();
        user.attributes().forEach(attribute -> attributes.put(attribute.name(), attribute.value()));
        var id = attributes.getOrDefault("sub", user.username());
        var claimed = attributes.getOrDefault("email", "").toLowerCase(Locale.ROOT);
        var email = "true".equals(attributes.get("email_verified")) ? claimed : "";
        var name = Optional.ofNullable(attributes.get("name"))
                .or(() -> Optional.ofNullable(attributes.get("given_name")))
                .filter(text -> !text.isBlank()).orElse(claimed.isEmpty() ? id : claimed);
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
