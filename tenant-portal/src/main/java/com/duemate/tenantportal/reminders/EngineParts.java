package com.duemate.tenantportal.reminders;

import com.duemate.platform.reminders.safety.EngineRoom.Backlog;
import com.duemate.platform.reminders.safety.EngineRoom.Health;
import com.duemate.platform.reminders.safety.EngineRoom.Shard;
import com.duemate.platform.reminders.safety.EngineRoom.Standing;
import com.duemate.platform.reminders.safety.EngineRoom.Worker;
import com.duemate.tenantportal.look.ItemRow;
import com.duemate.tenantportal.look.StatusBadge;
import com.duemate.tenantportal.look.Tone;
import com.duemate.themes.text.Formats;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The pieces of the engine's screen. */
class EngineParts {

    private static final String KEY = "portalreminders.engine.";
    private static final int SHORT = 8;
    private static final Duration NOTICEABLE = Duration.ofSeconds(5);

    private final Component view;
    private final Formats formats;

    EngineParts(Component view, Formats formats) {
        this.view = view;
        this.formats = formats;
    }

    ItemRow stop(Standing stop, String whose, Component release) {
        var title = new Span(whose);
        var quiet = new Span(why(stop));
        quiet.addClassNames("dm-quiet", "dm-small");
        var what = new Div(title, quiet);
        what.addClassNames("dm-stack", "dm-stack--tight");
        return new ItemRow(what)
                .state(new StatusBadge(Tone.RISK, text("cause." + stop.cause())))
                .end(release);
    }

    private String why(Standing stop) {
        var since = formats.dateTime(stop.since());
        var trip = stop.trip();
        if (trip != null) {
            return text("why." + trip.measure(), formats.number(trip.counted()), formats.number(trip.usual()), since);
        }
        return switch (stop.placedBy()) {
            case TENANT -> text("why.tenant", since);
            case ENGINE -> text("why.restored", since);
            case STAFF -> text("why.staff", orDash(stop.staff()), since, orDash(stop.note()));
        };
    }

    Component figures(Health health) {
        var facts = new DescriptionList();
        facts.addClassName("dm-facts");
        fact(facts, "workers", formats.number(health.workers().size()));
        fact(facts, "ownerless", formats.number(health.ownerless()));
        fact(facts, "backlog", backlog(health.backlog()));
        fact(facts, "late", late(health.late()));
        var card = new Div(facts);
        card.addClassName("dm-card");
        return card;
    }

    Component workers(Health health) {
        var table = table("workers", "worker", "owns", "lease", "backlog", "late");
        for (var worker : health.workers()) {
            table.getBody().add(row(worker, health));
        }
        return flush(table);
    }

    private NativeTableRow row(Worker worker, Health health) {
        var own = health.shards().stream()
                .filter(shard -> Objects.equals(shard.worker(), worker.id()))
                .toList();
        return row(
                name(worker.id()),
                formats.number(own.size()),
                worker.leaseLeft().isNegative() ? text("gone") : seconds(worker.leaseLeft()),
                backlog(health.backlog(worker.id())),
                late(own.stream().map(Shard::late).max(Duration::compareTo).orElse(Duration.ZERO)));
    }

    Component shards(Health health) {
        var table = table("shards", "shard", "worker", "epoch", "backlog", "late");
        for (var shard : health.shards()) {
            table.getBody()
                    .add(row(
                            Integer.toString(shard.number()),
                            shard.worker() == null ? text("ownerlessShard") : name(shard.worker()),
                            Long.toString(shard.epoch()),
                            backlog(shard),
                            late(shard.late())));
        }
        return flush(table);
    }

    private String backlog(Shard shard) {
        if (shard.seen() == null) {
            return text("unseen");
        }
        return backlog(Backlog.of(List.of(shard)));
    }

    private String backlog(Backlog backlog) {
        return backlog.isCut() ? text("more", formats.number(backlog.steps())) : formats.number(backlog.steps());
    }

    private NativeTable table(String label, String... columns) {
        var table = new NativeTable();
        table.addClassName("dm-table");
        table.getElement().setAttribute("aria-label", text(label));
        var head = new NativeTableRow();
        for (int i = 0; i < columns.length; i++) {
            var cell = new NativeTableHeaderCell(text("column." + columns[i]));
            cell.getElement().setAttribute("scope", "col");
            if (i > 1) {
                cell.addClassName("dm-end");
            }
            head.add(cell);
        }
        table.getHead().add(head);
        return table;
    }

    private static NativeTableRow row(String first, String... others) {
        var name = new NativeTableHeaderCell(first);
        name.getElement().setAttribute("scope", "row");
        var row = new NativeTableRow(name);
        for (int i = 0; i < others.length; i++) {
            var cell = new NativeTableCell(others[i]);
            if (i > 0) {
                cell.addClassName("dm-end");
            }
            row.add(cell);
        }
        return row;
    }

    private static Div flush(NativeTable table) {
        var card = new Div(table);
        card.addClassNames("dm-card", "dm-card--flush", "dm-engine");
        return card;
    }

    private void fact(DescriptionList list, String name, String value) {
        list.add(new DescriptionList.Term(text("fact." + name)), new DescriptionList.Description(value));
    }

    private String late(Duration late) {
        return late.compareTo(NOTICEABLE) < 0 ? text("onTime") : seconds(late);
    }

    /** In the largest unit that keeps it short. */
    private String seconds(Duration duration) {
        if (duration.toHours() >= 48) {
            return text("days", duration.toDays());
        }
        if (duration.toMinutes() >= 120) {
            return text("hours", duration.toHours());
        }
        return duration.toSeconds() >= 120
                ? text("minutes", duration.toMinutes())
                : text("seconds", duration.toSeconds());
    }

    private static String name(UUID worker) {
        return worker.toString().substring(0, SHORT);
    }

    private static String orDash(@Nullable String text) {
        return text == null || text.isBlank() ? "–" : text;
    }

    private String text(String key, Object... arguments) {
        return view.getTranslation(KEY + key, arguments);
    }
}
