package io.flotilla.deployer.git;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;

import io.flotilla.deployer.parallel.InParallel;

/**
 * Asks git hosts for the newest commits of branches: once per repository, however many apps live in it, several at a time.
 * Names and URLs come from the catalogue and mean nothing to git but what they say.
 */
public final class GitHeads {
    /** Protocols that git may speak; others run programs ({@code ext::}) or read this machine's files. */
    private static final String PROTOCOLS = "https:ssh";
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{40})\trefs/heads/(.+)");
    private static final int AT_A_TIME = 8;
    private static final int SECONDS = 30;

    private final Optional<String> token;
    private final String protocols;

    /** @param token a read token of the git host; without one, git uses what the user has set up */
    public GitHeads(Optional<String> token) {
        this(token, PROTOCOLS);
    }

    GitHeads(Optional<String> token, String protocols) {
        this.token = token;
        this.protocols = protocols;
    }

    /** One branch of one repository. */
    public record Branch(String repository, String name) {}

    /**
     * What was found.
     *
     * @param commit  empty if the branch cannot be found
     * @param problem why not; empty if it was found
     */
    public record Head(Optional<String> commit, String problem) {}

    public Map<Branch, Head> of(Collection<Branch> branches) {
        var repositories = branches.stream().map(Branch::repository).distinct().toList();
        var heads = new HashMap<Branch, Head>();
        try (var parallel = new InParallel(AT_A_TIME)) {
            parallel.map(repositories, repository -> ask(repository, branches.stream()
                    .filter(branch -> branch.repository().equals(repository)).distinct().toList()))
                    .forEach(heads::putAll);
        }
        return heads;
    }

    private Map<Branch, Head> ask(String repository, List<Branch> branches) {
        var heads = new HashMap<Branch, Head>();
        Function<String, String> problem;
        try {
            var answer = run(repository, branches);
            answer.lines().map(LINE::matcher).filter(matcher -> matcher.matches()).forEach(
                    matcher -> heads.put(new Branch(repository, matcher.group(2)),
                            new Head(Optional.of(matcher.group(1)), "")));
            problem = name -> "there is no branch %s in %s".formatted(name, repository);
        } catch (IOException unreachable) {
            problem = name -> "the branch %s of %s cannot be read: %s".formatted(name, repository,
                    unreachable.getMessage());
        }
        for (var branch : branches) {
            heads.putIfAbsent(branch, new Head(Optional.empty(), problem.apply(branch.name())));
        }
        return heads;
    }

    private String run(String repository, List<Branch> branches) throws IOException {
        var command = new ArrayList<>(
                List.of("git", "-c", "credential.interactive=false", "ls-remote", "--", repository));
        branches.forEach(branch -> command.add("refs/heads/" + branch.name()));
        var builder = new ProcessBuilder(command);
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        builder.environment().put("GIT_ALLOW_PROTOCOL", protocols);
        builder.environment().put("GIT_SSH_COMMAND", "ssh -oBatchMode=yes");
        // In the environment, because everybody on the machine sees a command line.
        token.filter(any -> repository.startsWith("https://")).ifPresent(secret -> {
            builder.environment().put("GIT_CONFIG_COUNT", "1");
            builder.environment().put("GIT_CONFIG_KEY_0", "http." + repository + ".extraHeader");
            builder.environment().put("GIT_CONFIG_VALUE_0", "Authorization: Basic " + Base64.getEncoder()
                    .encodeToString(("x-access-token:" + secret).getBytes(StandardCharsets.UTF_8)));
        });
        return answer(builder);
    }

    private static String answer(ProcessBuilder builder) throws IOException {
        var errors = File.createTempFile("flotilla-git", ".log");
        try {
            var process = builder.redirectError(errors).start();
            process.getOutputStream().close();
            var timer = new Thread(() -> endLate(process), "git");
            timer.setDaemon(true);
            timer.start();
            var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                var said = Files.readString(errors.toPath()).strip();
                throw new IOException(said.isEmpty()
                        ? "git gave no answer in %d s".formatted(SECONDS)
                        : said.lines().reduce((first, last) -> first.startsWith("fatal:") ? first : last).orElse(said));
            }
            return answer;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        } finally {
            Files.deleteIfExists(errors.toPath());
        }
    }

    private static void endLate(Process process) {
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
