package io.flotilla.portal.directory;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import io.flotilla.base.access.Person;

/**
 * Where people and groups live: in Amazon Cognito's user pool, or in the portal's own database. It knows nothing of apps;
 * {@code io.flotilla.portal.graph.store.Access} puts the two together, and {@code …store.Changes} is the way to change
 * anything, because it asks who may and writes down who did. All methods may wait for a network or a disk: call them on
 * worker threads only. A directory that cannot be reached is a {@link DirectoryAway}.
 */
public interface Directory {

    /** The most people that one page has, which is Cognito's own limit. */
    int PAGE = 60;

    /** @param next what to ask with for the page after this one; empty at the end */
    record Page(List<Member> people, Optional<String> next) {}

    /**
     * People, page by page; a page is in the order of names, the pages are in the directory's own.
     *
     * @param search what a name or an e-mail address begins or (in the local directory) has in it, in any case; empty for all
     * @param after  {@link Page#next} of the page before; empty for the first
     */
    Page people(String search, Optional<String> after);

    /** The person whose tokens have this {@code sub}. */
    Optional<Member> person(String id);

    /** The person with this e-mail address, in any case; of several, the first by id. */
    Optional<Member> withEmail(String email);

    /** All groups by name. The reserved group {@code everyone} is not among them. */
    List<Group> groups();

    /** The groups that the person is in now; none for somebody it does not know. */
    Set<String> groupsOf(String person);

    /** Who is in the group, by name; nobody for a group that does not exist. */
    List<Member> members(String group);

    /**
     * Everybody, with those of these groups that they are in, by name. It reads the whole directory: ask {@link #within}
     * where that is enough.
     */
    List<Person> everybody(Collection<String> groups);

    /** Everybody with all their groups, for files of the whole. */
    default List<Person> everybody() {
        return everybody(groups().stream().map(Group::name).toList());
    }

    /** Those who are in one of these groups at least, with those of them that they are in, by name. */
    default List<Person> within(Collection<String> groups) {
        var found = new TreeMap<Member, Set<String>>(Member.BY_NAME);
        groups.forEach(group -> members(group)
                .forEach(member -> found.computeIfAbsent(member, one -> new LinkedHashSet<>()).add(group)));
        return found.entrySet().stream().map(entry -> entry.getKey().in(entry.getValue())).toList();
    }

    /** Makes a group; false if there was one of this name already, which stays as it is. */
    boolean create(Group group);

    /**
     * Puts a person into a group; false if they were in it.
     *
     * @throws IllegalArgumentException if there is no such person or group
     */
    boolean add(String person, String group);

    /** Takes a person out of a group; false if they were not in it. */
    boolean remove(String person, String group);

    /** Somebody has signed in: a directory that has nobody to ask remembers them. */
    default void met(Person person) {}

    /** The directory cannot be reached, or is throttling for longer than anybody would wait. */
    class DirectoryAway extends RuntimeException {
        public DirectoryAway(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
