package io.flotilla.deployer.console.rollout;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.base.noticeboard.FolderNoticeboard;
import io.flotilla.base.noticeboard.Noticeboard;
import io.flotilla.base.noticeboard.Noticeboard.Superseded;
import io.flotilla.deployer.console.ConsoleConfig;
import io.flotilla.deployer.platform.Finding;
import io.flotilla.deployer.platform.Platform;
import io.flotilla.deployer.platform.PlatformFailure;
import io.flotilla.deployer.platform.Ports;
import io.flotilla.deployer.platform.stack.PaperStacks;
import io.flotilla.deployer.platform.stack.Sources;
import io.flotilla.deployer.platform.stack.Stacks;
import io.quarkus.test.Mock;

/** Environments of which only the noticeboard can be reached, as from a machine without rights for anything else. */
@Mock
@Singleton
public class BoardOnlyPlatforms extends OpenPlatforms {
    /** The stacks that can be reached after all, if a test has some. */
    public static Optional<PaperStacks> paper = Optional.empty();
    public static final Noticeboard BOARD = new FolderNoticeboard(
            Path.of("target/console/board-" + ProcessHandle.current().pid()));

    BoardOnlyPlatforms(ConsoleConfig config) {
        super(config);
    }

    /** Takes everything off the board. */
    public static void clear() throws Superseded {
        for (var key : BOARD.keys("")) {
            BOARD.remove(BOARD.read(key).orElseThrow());
        }
    }

    @Override
    public Platform open(EnvironmentView view) {
        return new BoardOnly();
    }

    private static final class BoardOnly implements Platform {
        @Override
        public Ports ports(App app) {
            throw unreachable();
        }

        @Override
        public Stacks stacks() {
            return paper.orElseThrow(BoardOnly::unreachable);
        }

        @Override
        public Sources sources() {
            return paper.orElseThrow(BoardOnly::unreachable);
        }

        @Override
        public List<Finding> examine() {
            throw unreachable();
        }

        @Override
        public Noticeboard noticeboard() {
            return BOARD;
        }

        @Override
        public void close() {}

        private static PlatformFailure unreachable() {
            return new PlatformFailure.Final("DescribeAutoScalingGroups", "AccessDenied", null);
        }
    }
}
