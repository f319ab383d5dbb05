package io.flotilla.deployer.platform.stack;

import java.util.List;

/**
 * The stacks of one environment: one that its apps share, and one for each app. What is in an app's stack follows from the
 * catalogue that the platform was opened with. Nothing changes but by {@link #execute} of a change that was proposed and can be
 * shown, and by {@link #remove}. The rules of {@link io.flotilla.deployer.platform} hold here too, but for one: these methods
 * wait until what they do is done. Calls for different stacks may run at the same time.
 */
public interface Stacks {

    /** Every stack of the environment that is there, also of apps that have left the catalogue. */
    List<Stack> present();

    /** Works out what it would take to bring a stack to what is ordered. Changes nothing that serves. */
    Change propose(Order order);

    /**
     * What stands in the way of these changes, which the platform itself would say only in the middle of the work.
     *
     * @param removals the stacks that are removed along with them
     */
    Survey survey(List<Change> changes, List<Stack> removals);

    /** Forgets a proposal, and whatever the platform kept for it. Fine if it is gone. */
    void discard(Change change);

    /**
     * Does exactly what was proposed, and waits until it is done; for an app's first, until its instances are healthy. If it
     * fails, the stack is as it was, and the failure names the first part that failed and why. A stack that has changed since
     * the proposal is refused, and so is what no longer is what was shown.
     */
    void execute(Change change, Progress progress);

    /** Removes a stack, and waits until it is gone. Refused at once if the stack is guarded. */
    void remove(Stack stack, Progress progress);
}
