package io.flotilla.deployer.scaffold.fleet;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Where the apps of a catalogue stand in its text. Places are counted in code points from the beginning, as the parser's
 * marks are. The parser's events say it, not its nodes, because an alias as a node is where its anchor is.
 *
 * @param begin  of the value of {@code apps}
 * @param end    behind the last thing that is written in it
 * @param column of the apps' names
 * @param step   by which an app's keys stand further in than its name
 * @param braces whether it is written as <code>{ … }</code>
 * @param empty  whether it has no apps
 * @param last   where the last app's name begins; the same as {@code begin} if there is none
 */
record AppsBlock(int begin, Mark end, int column, int step, boolean braces, boolean empty, int last) {
    private static final LoadSettings SETTINGS = LoadSettings.builder().setLabel("fleet").setUseMarks(true)
            .setCodePointLimit(Integer.MAX_VALUE).build();

    /** Empty if the file has no mapping {@code apps} of its own; an alias is none. */
    static Optional<AppsBlock> in(String yaml) {
        return new Search().in(yaml);
    }

    /** One walk over the events: depth 1 is the file's mapping, 2 that of the apps, 3 an app's. */
    private static final class Search {
        private final Deque<CollectionStartEvent> open = new ArrayDeque<>();
        private boolean key = true;
        private boolean isApps;
        private CollectionStartEvent apps;
        private Mark end;
        private Mark firstName;
        private Mark lastName;
        private Mark firstKey;
        private boolean over;

        Optional<AppsBlock> in(String yaml) {
            for (var event : new Parse(SETTINGS).parseString(yaml)) {
                see(event);
            }
            if (apps == null) {
                return Optional.empty();
            }
            var begin = mark(apps.getStartMark());
            var braces = apps.getFlowStyle() == FlowStyle.FLOW;
            var column = firstName == null ? 2 : firstName.getColumn();
            var step = firstKey == null ? 2 : firstKey.getColumn() - column;
            return Optional.of(new AppsBlock(begin.getIndex(), end, column, step > 0 ? step : 2, braces,
                    firstName == null, lastName == null ? begin.getIndex() : lastName.getIndex()));
        }

        private void see(Event event) {
            if (event instanceof CollectionStartEvent start) {
                begin(start);
            } else if (event instanceof CollectionEndEvent) {
                end(event);
            } else if (event instanceof ScalarEvent || event.getEventId() == Event.ID.Alias) {
                leaf(event);
            }
        }

        private void begin(CollectionStartEvent start) {
            if (open.size() == 1 && isApps && start.getEventId() == Event.ID.MappingStart) {
                apps = start;
                end = mark(start.getStartMark());
            }
            open.push(start);
            key = true;
        }

        private void end(Event event) {
            var start = open.pop();
            if (inApps() && start.getFlowStyle() == FlowStyle.FLOW) {
                end = mark(event.getEndMark());
            }
            over |= start == apps;
            key = true;
        }

        private void leaf(Event event) {
            var name = key && open.peek() != null && open.peek().getEventId() == Event.ID.MappingStart;
            if (name && open.size() == 1) {
                isApps = event instanceof ScalarEvent scalar && scalar.getValue().equals("apps");
            }
            if (inApps()) {
                end = mark(event.getEndMark());
                if (name && open.size() == 2) {
                    lastName = mark(event.getStartMark());
                    firstName = firstName == null ? lastName : firstName;
                } else if (name && open.size() == 3 && firstKey == null
                        && open.peek().getFlowStyle() == FlowStyle.BLOCK) {
                    firstKey = mark(event.getStartMark());
                }
            }
            key = !key || !name;
        }

        private boolean inApps() {
            return apps != null && !over;
        }

        private static Mark mark(Optional<Mark> mark) {
            return mark.orElseThrow(() -> new IllegalStateException("the parser was asked for marks"));
        }
    }
}
