package io.flotilla.deployer.simulation;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import io.flotilla.base.noticeboard.Noticeboard;

/** A noticeboard for the length of one simulation. */
final class MemoryNoticeboard implements Noticeboard {
    private final TreeMap<String, Posting> postings = new TreeMap<>();
    private final boolean comparing;
    private long versions;

    /** @param comparing false: a write never fails, whoever wrote meanwhile */
    MemoryNoticeboard(boolean comparing) {
        this.comparing = comparing;
    }

    @Override
    public Optional<Posting> read(String key) {
        return Optional.ofNullable(postings.get(key));
    }

    @Override
    public List<String> keys(String prefix) {
        return postings.keySet().stream().filter(key -> key.startsWith(prefix)).toList();
    }

    @Override
    public Posting create(String key, byte[] body) throws Superseded {
        if (postings.containsKey(key)) {
            throw new Superseded(key);
        }
        return write(key, body);
    }

    @Override
    public Posting replace(Posting read, byte[] body) throws Superseded {
        mustBeCurrent(read);
        return write(read.key(), body);
    }

    @Override
    public void remove(Posting read) throws Superseded {
        mustBeCurrent(read);
        postings.remove(read.key());
    }

    private Posting write(String key, byte[] body) {
        var posting = new Posting(key, Long.toString(++versions), body);
        postings.put(key, posting);
        return posting;
    }

    private void mustBeCurrent(Posting read) throws Superseded {
        var now = postings.get(read.key());
        if (!comparing) {
            return;
        }
        if (now == null || !now.version().equals(read.version())) {
            throw new Superseded(read.key());
        }
    }
}
