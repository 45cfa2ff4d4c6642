package com.duemate.platform.crash;

import com.duemate.platform.crash.Points.Point;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Where to die: everywhere, or at the most telling places and at some of the others. */
final class Choice {

    private static final Pattern WRITES = Pattern.compile(
            "(insert into|update) (notifications\\.message|messaging\\.outbox)|reminders\\.decision|with decided");
    private static final Pattern HAND_OVER =
            Pattern.compile("publish.*|take .*|acknowledged .*|mail (DATA|the final dot|QUIT|RSET)");
    private static final Pattern BODY = Pattern.compile("mail line (\\d+)");

    /** Of the lines of a body, each so manieth. */
    private static final int STRIDE = Integer.getInteger("duemate.crash.body", 1);

    private Choice() {}

    record Death(Point point, boolean before) {

        @Override
        public String toString() {
            return (before ? "before " : "after ") + point;
        }
    }

    /** Both sides of every point; of lines of a message's body the one before, which is the one after the line above. */
    static List<Death> all(List<Point> points) {
        var all = new ArrayList<Death>();
        for (var point : points) {
            var body = BODY.matcher(point.name());
            if (!body.matches()) {
                all.add(new Death(point, true));
                all.add(new Death(point, false));
            } else if (Integer.parseInt(body.group(1)) % STRIDE == 1 % STRIDE) {
                all.add(new Death(point, true));
            }
        }
        return all;
    }

    /**
     * Both sides of each handing over and of each commit of what is to be handed over, and others at even distances.
     *
     * @param turn which of the others: from 0 on, until all have had their turn
     */
    static List<Death> some(List<Point> points, int others, int turn) {
        var all = all(points);
        var some = new LinkedHashSet<>(telling(points));
        var rest = all.stream().filter(death -> !some.contains(death)).toList();
        int step = Math.max(1, rest.size() / others);
        for (int i = turn % step; i < rest.size(); i += step) {
            some.add(rest.get(i));
        }
        return all.stream().filter(some::contains).toList();
    }

    private static Set<Death> telling(List<Point> points) {
        var telling = new LinkedHashSet<Death>();
        boolean writes = false;
        for (var point : points) {
            boolean commit = point.name().equals("commit");
            writes |= WRITES.matcher(point.name()).find();
            if ((commit && writes) || HAND_OVER.matcher(point.name()).matches()) {
                telling.add(new Death(point, true));
                telling.add(new Death(point, false));
            }
            writes &= !commit;
        }
        return telling;
    }
}
