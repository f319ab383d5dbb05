package io.flotilla.base.sample.mailbox;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Mails in a folder, one file each, newest first. The oldest go when there are too many. */
final class MailStore {
    private static final Pattern FILE = Pattern.compile("([0-9]{13})-[0-9]{4}\\.eml");

    private final Path folder;
    private final int limit;
    private final Clock clock;
    private int sequence;
    private volatile List<StoredMail> mails;

    private MailStore(Path folder, int limit, Clock clock, List<StoredMail> mails) {
        this.folder = folder;
        this.limit = limit;
        this.clock = clock;
        this.mails = mails;
    }

    /** Opens a folder, which is made if it is missing, with the mails that an earlier run left there. */
    static MailStore open(Path folder, int limit, Clock clock) {
        try {
            Files.createDirectories(folder);
            var found = new ArrayList<StoredMail>();
            try (var files = Files.newDirectoryStream(folder, "*.eml")) {
                for (var file : files) {
                    if (FILE.matcher(file.getFileName().toString()).matches()) {
                        found.add(summary(id(file), Files.readAllBytes(file)));
                    }
                }
            }
            found.sort(Comparator.comparing(StoredMail::id).reversed());
            return new MailStore(folder, limit, clock, List.copyOf(found));
        } catch (IOException e) {
            throw new UncheckedIOException("the mailbox's folder %s cannot be used".formatted(folder), e);
        }
    }

    List<StoredMail> mails() {
        return mails;
    }

    Optional<StoredMail> find(String id) {
        return mails.stream().filter(mail -> mail.id().equals(id)).findFirst();
    }

    byte[] raw(StoredMail mail) throws IOException {
        return Files.readAllBytes(file(mail.id()));
    }

    /** Keeps a mail; once this returns it survives a crash. The envelope is kept as the headers that servers write. */
    synchronized StoredMail add(String from, List<String> to, byte[] data) throws IOException {
        var bytes = Envelope.before(data, from, to);
        var id = "%013d-%04d".formatted(clock.millis(), sequence++ % 10_000);
        write(id, bytes);
        var mail = summary(id, bytes);
        var all = new ArrayList<>(mails);
        all.add(0, mail);
        while (all.size() > limit) {
            Files.deleteIfExists(file(all.remove(all.size() - 1).id()));
        }
        mails = List.copyOf(all);
        return mail;
    }

    private void write(String id, byte[] bytes) throws IOException {
        var draft = folder.resolve(id + ".draft");
        try (var channel = FileChannel.open(draft, CREATE_NEW, WRITE)) {
            for (var buffer = ByteBuffer.wrap(bytes); buffer.hasRemaining();) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        Files.move(draft, file(id), StandardCopyOption.ATOMIC_MOVE);
    }

    private Path file(String id) {
        return folder.resolve(id + ".eml");
    }

    private static String id(Path file) {
        return file.getFileName().toString().replace(".eml", "");
    }

    private static StoredMail summary(String id, byte[] bytes) throws IOException {
        var content = MailContent.read(bytes);
        var received = Instant.ofEpochMilli(Long.parseLong(id.substring(0, 13)));
        return new StoredMail(id, received, Envelope.from(content), Envelope.to(content), content.subject());
    }
}
