package io.flotilla.base.noticeboard;

import static io.flotilla.base.noticeboard.NoticeboardContract.text;

import java.nio.file.Path;

import io.flotilla.base.noticeboard.Noticeboard.Posting;
import io.flotilla.base.noticeboard.Noticeboard.Superseded;

/** Counts up a posting in a folder for ever, and prints each number as soon as it was posted. */
final class PosterProgram {
    /** Long enough to be written in more than one piece. */
    static final int COPIES = 50_000;

    private PosterProgram() {}

    public static void main(String[] arguments) {
        Noticeboard board = new FolderNoticeboard(Path.of(arguments[0]));
        for (int i = Integer.parseInt(arguments[1]); i > 0; i--) {
            System.out.println(postNext(board));
        }
    }

    static long postNext(Noticeboard board) {
        while (true) {
            Posting read = board.read("counter").orElseThrow();
            try {
                long next = number(read) + 1;
                board.replace(read, text((next + "\n").repeat(COPIES)));
                return next;
            } catch (Superseded readAgain) {
                Thread.onSpinWait();
            }
        }
    }

    static long number(Posting posting) {
        return Long.parseLong(text(posting).lines().findFirst().orElseThrow());
    }
}
