package com.duemate.tenantportal.reminders;

import com.duemate.platform.kernel.Page;
import com.duemate.platform.reminders.Letters;
import com.duemate.platform.reminders.StepChannel;
import com.duemate.platform.reminders.TaskId;
import com.duemate.platform.reminders.Tasks;
import com.duemate.platform.reminders.Tasks.Outcome;
import com.duemate.platform.reminders.Tasks.Task;
import com.duemate.tenantportal.shell.Notice;
import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Prints letters, one or all that wait, and marks those that were printed as posted. */
class LetterDesk {

    private static final String TYPE = "application/pdf";

    private final Letters letters;
    private final Tasks tasks;
    private final Command changed;

    LetterDesk(Letters letters, Tasks tasks, Command changed) {
        this.letters = letters;
        this.tasks = tasks;
        this.changed = changed;
    }

    /** Leads to a task's letter; null where there is none to print. */
    @Nullable
    Anchor letter(Task task, Reader reader) {
        if (task.channel() != StepChannel.LETTER || task.address() == null) {
            return null;
        }
        var id = task.id();
        var refused = new AtomicReference<@Nullable String>();
        var handler = DownloadHandler.fromInputStream(_ -> switch (letters.print(id)) {
            case Letters.Outcome.Printed printed -> file(printed.pdf(), printed.name());
            case Letters.Outcome.Refused refusal -> {
                refused.set(refusal.reason());
                yield DownloadResponse.error(409);
            }
            case Letters.Outcome.Unknown _ -> DownloadResponse.error(404);
        });
        return new Anchor(
                handler.whenComplete(_ -> {
                    var reason = refused.getAndSet(null);
                    if (reason != null) {
                        Notice.refused(reader.text(reason));
                    }
                    changed.execute();
                }),
                reader.text("portalreminders.tasks.letter"));
    }

    Anchor printAll(Reader reader) {
        var others = new AtomicInteger();
        var none = new AtomicBoolean();
        var handler = DownloadHandler.fromInputStream(_ -> letters.printWaiting()
                .map(bundle -> {
                    others.set(bundle.others());
                    return file(bundle.pdf(), reader.text("portalreminders.tasks.fileName"));
                })
                .orElseGet(() -> {
                    none.set(true);
                    return DownloadResponse.error(404);
                }));
        var all = new Anchor(
                handler.whenComplete(_ -> {
                    if (none.getAndSet(false)) {
                        Notice.refused(reader.text("reminders.letter.refused.none"));
                    }
                    if (others.get() > 0) {
                        Notice.refused(reader.text("portalreminders.tasks.left", others.get(), Letters.MOST_AT_ONCE));
                    }
                    changed.execute();
                }),
                reader.text("portalreminders.tasks.printAll"));
        all.addClassName("dm-linkbutton");
        return all;
    }

    Button postAll(Reader reader) {
        return new Button(reader.text("portalreminders.tasks.postAll"), _ -> post(reader));
    }

    private void post(Reader reader) {
        var posted = printed().stream()
                .filter(id -> tasks.done(id, "") == Outcome.DONE)
                .toList();
        Notice.done(
                reader.text("portalreminders.tasks.postedAll", posted.size()),
                reader.text("portalreminders.tasks.undo"),
                () -> reopen(posted, reader));
        changed.execute();
    }

    private void reopen(List<TaskId> posted, Reader reader) {
        long open =
                posted.stream().filter(id -> tasks.reopen(id) == Outcome.DONE).count();
        Notice.done(reader.text("portalreminders.tasks.reopenedAll", open));
        changed.execute();
    }

    private List<TaskId> printed() {
        var printed = new ArrayList<TaskId>();
        String cursor = null;
        do {
            var page = tasks.open(Page.MAX_LIMIT, cursor);
            page.items().stream()
                    .filter(task -> task.printedAt() != null)
                    .map(Task::id)
                    .forEach(printed::add);
            cursor = page.next();
        } while (cursor != null);
        return printed;
    }

    private static DownloadResponse file(byte[] pdf, String name) {
        return new DownloadResponse(new ByteArrayInputStream(pdf), name + ".pdf", TYPE, pdf.length);
    }
}
