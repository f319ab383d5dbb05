package io.flotilla.deployer.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.random.RandomGenerator;

import io.flotilla.base.noticeboard.Noticeboard;
import io.flotilla.deployer.platform.PlatformFailure;

/** All that goes wrong between a process and what it calls: errors before and after the effect, delays, stalls, crashes. */
final class Weather {
    private static final Set<String> MUTATIONS = Set.of("suspend", "resume", "setDesired", "moveTo", "retire",
            "replace", "markHealthy", "register", "deregister");

    private final RandomGenerator random;
    private final World world;
    private final double errors;
    private boolean calm;
    private int untilCrash;
    private final boolean stallsAfterWriting;
    private int untilStall;
    private int refusals;
    private long throttledUntil;

    /** The process ends here, whatever it was doing. */
    static final class Crash extends Error {
        Crash() {
            super("crash", null, false, false);
        }
    }

    /** What the weather does to the world. */
    interface World {
        void pass(long seconds);

        long now();

        void tell(String who, String what);

        /** The process stalls here while another takes over and ends the rollout, if it has begun. */
        boolean overtake();
    }

    /**
     * @param errors     how often a call fails, 0 to 1
     * @param untilCrash the calls until the process crashes; never if negative
     * @param stallsAfterWriting whether it stalls when a write to the noticeboard has come back; otherwise anywhere
     * @param untilStall the calls until it stalls so long that another takes over; never if negative
     * @param refusals   how many calls are refused for good
     */
    Weather(RandomGenerator random, World world, double errors, int untilCrash, boolean stallsAfterWriting,
            int untilStall, int refusals) {
        this.random = random;
        this.world = world;
        this.errors = errors;
        this.untilCrash = untilCrash;
        this.stallsAfterWriting = stallsAfterWriting;
        this.untilStall = untilStall;
        this.refusals = refusals;
    }

    void calm() {
        calm = true;
    }

    void crashAfter(int calls) {
        untilCrash = calls;
    }

    /** The same object in this weather, as one process sees it. */
    <T> T over(Class<T> type, T real, Process process) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type},
                (proxy, method, arguments) -> call(real, method, arguments, process)));
    }

    /** A process that does rollouts; one that was overtaken must not act any more. */
    static final class Process {
        final String name;
        boolean overtaken;
        /** In seconds. */
        long stalled;

        Process(String name) {
            this.name = name;
        }
    }

    private Object call(Object real, Method method, Object[] arguments, Process process) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return method.invoke(real, arguments);
        }
        boolean board = real instanceof Noticeboard;
        boolean mutation = !board && MUTATIONS.contains(method.getName());
        before(method, board, mutation, process);
        if (mutation && process.overtaken) {
            throw new AssertionError("a process that was overtaken acts: " + method.getName());
        }
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        } finally {
            after(method, board, process);
        }
    }

    private void before(Method method, boolean board, boolean mutation, Process process) {
        if (!board) {
            world.pass(random.nextInt(3) / 2);
        }
        crash(method, "before");
        if (!mutation && !stallsAfterWriting) {
            stall(method, "before", process);
        }
        if (mutation && refusals > 0 && random.nextInt(8) == 0 && !calm) {
            refusals--;
            world.tell("fault", method.getName() + " is refused");
            throw new PlatformFailure.Final(method.getName(), "refused", null);
        }
        fail(method, board, "before");
    }

    private void after(Method method, boolean board, Process process) {
        crash(method, "after");
        if (!stallsAfterWriting || method.getName().equals("replace") && board) {
            stall(method, "after", process);
        }
        fail(method, board, "after");
    }

    /** Anywhere but between the last look at the clock and the call: nothing could be done about that. */
    private void stall(Method method, String when, Process process) {
        if (untilStall >= 0 && untilStall-- == 0) {
            world.tell("fault", "%s stalls %s %s".formatted(process.name, when, method.getName()));
            var since = world.now();
            process.overtaken = world.overtake();
            process.stalled += world.now() - since;
        }
    }

    private void crash(Method method, String when) {
        if (untilCrash >= 0 && untilCrash-- == 0) {
            world.tell("fault", "crashes %s %s".formatted(when, method.getName()));
            throw new Crash();
        }
    }

    private void fail(Method method, boolean board, String when) {
        if (calm || errors == 0) {
            return;
        }
        if (random.nextDouble() < errors / 20) {
            throttledUntil = world.now() + 20 + random.nextInt(60);
        }
        if (world.now() < throttledUntil && !board || random.nextDouble() < errors) {
            world.tell("fault", "%s fails %s its effect".formatted(method.getName(), when));
            if (board) {
                throw new UncheckedIOException(new IOException("no answer"));
            }
            throw new PlatformFailure.Transient(method.getName(), "Throttling", null);
        }
    }
}
