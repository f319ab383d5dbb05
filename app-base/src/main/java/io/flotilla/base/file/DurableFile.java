package io.flotilla.base.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes that are whole or not there at all, and on disk when they return, whatever happens to the machine. */
public final class DurableFile {
    private DurableFile() {}

    /**
     * Puts a file in place of another, or where there was none.
     *
     * @param file  the folder it is in is made if it is missing
     * @param draft where to write before the file appears: on the same disk, and nobody else's while this runs; what a
     *              crash left there is overwritten
     */
    public static void replace(Path file, byte[] content, Path draft) throws IOException {
        createFolders(file.getParent());
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(file.getParent());
    }

    /** Removes a file, so that it stays removed. */
    public static void remove(Path file) throws IOException {
        Files.delete(file);
        force(file.getParent());
    }

    private static void createFolders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            createFolders(folder.getParent());
            Files.createDirectories(folder);
            force(folder.getParent());
        }
    }

    /** A name lives in its folder: only a folder that is on disk makes a new, moved or removed name durable. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
