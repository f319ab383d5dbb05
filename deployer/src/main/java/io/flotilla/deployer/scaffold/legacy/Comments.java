package io.flotilla.deployer.scaffold.legacy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

import io.flotilla.deployer.scaffold.python.Comment;

/** Hands each comment of the old file to the key it belongs to. Keys ask in the order of the file, so none is handed out twice. */
final class Comments {
    private final Deque<Comment> waiting;

    Comments(List<Comment> comments, int from, int to) {
        waiting = new ArrayDeque<>(
                comments.stream().filter(comment -> from <= comment.line() && comment.line() <= to).toList());
    }

    /** Those above a line, and those on the lines up to {@code last}. */
    Remarks of(int line, int last) {
        return new Remarks(take(comment -> comment.line() < line),
                take(comment -> comment.line() <= last));
    }

    /** All that are left up to a line. */
    List<String> upTo(int line) {
        return take(comment -> comment.line() <= line);
    }

    private List<String> take(Predicate<Comment> which) {
        var taken = new ArrayList<String>();
        while (!waiting.isEmpty() && which.test(waiting.peek())) {
            taken.add(waiting.remove().text().replaceAll("\\p{Cntrl}", " "));
        }
        return taken;
    }
}
