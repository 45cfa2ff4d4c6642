package com.duemate.tenantportal.reminders;

import com.duemate.platform.kernel.Page;
import com.duemate.platform.reminders.Letters;
import com.duemate.platform.reminders.StepChannel;
import com.duemate.platform.reminders.Tasks;
import com.duemate.platform.reminders.Tasks.Outcome;
import com.duemate.platform.reminders.Tasks.Task;
import com.duemate.tenantportal.look.Drawing;
import com.duemate.tenantportal.look.EmptyState;
import com.duemate.tenantportal.look.PageHeader;
import com.duemate.tenantportal.shell.LiveScreens;
import com.duemate.tenantportal.shell.Notice;
import com.duemate.tenantportal.shell.PortalLayout;
import com.duemate.tenantportal.shell.Reader;
import com.duemate.tenantportal.shell.Readers;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

/** The calls and letters that wait for somebody, the oldest first. */
@Route(value = RemindersNavigation.TASKS, layout = PortalLayout.class)
@RolesAllowed("SPECIALIST")
class TasksView extends Main implements HasDynamicTitle, AfterNavigationObserver {

    private static final int AT_ONCE = 50;

    private final Tasks tasks;
    private final Readers readers;
    private final LetterDesk letters;
    private final Div header = new Div();
    private final Div card = new Div();
    private final UnorderedList rows = new UnorderedList();
    private final Button more = new Button(getTranslation("portalreminders.tasks.more"), _ -> showMore());
    private @Nullable String next;

    TasksView(Tasks tasks, Letters letters, Readers readers, LiveScreens live) {
        this.tasks = tasks;
        this.readers = readers;
        this.letters = new LetterDesk(letters, tasks, this::load);
        addClassName("dm-view");
        card.addClassNames("dm-card", "dm-card--flush");
        rows.addClassName("dm-rows");
        add(header, card, more);
        live.follow(this, this::load);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("portalreminders.tasks.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        load();
    }

    private void load() {
        rows.removeAll();
        card.removeAll();
        header.removeAll();
        var first = tasks.open(AT_ONCE, null);
        header.add(head(first));
        if (first.items().isEmpty()) {
            more.setVisible(false);
            card.add(new EmptyState(Drawing.DONE, getTranslation("portalreminders.tasks.none")));
        } else {
            card.add(rows);
            show(first);
        }
    }

    private PageHeader head(Page<Task> first) {
        var head = new PageHeader(getPageTitle()).below(new Span(getTranslation("portalreminders.tasks.sub")));
        var reader = readers.current();
        if (first.items().stream().anyMatch(task -> task.printedAt() != null)) {
            head.quiet(letters.postAll(reader));
        }
        return first.items().stream().anyMatch(task -> task.channel() == StepChannel.LETTER)
                ? head.quiet(letters.printAll(reader))
                : head;
    }

    private void showMore() {
        show(tasks.open(AT_ONCE, next));
    }

    private void show(Page<Task> page) {
        var reader = readers.current();
        page.items()
                .forEach(task ->
                        rows.add(new TaskRow(task, reader, () -> ask(task, reader), letters.letter(task, reader))));
        next = page.next();
        more.setVisible(next != null);
    }

    /** Of a letter there is nothing to tell. */
    private void ask(Task task, Reader reader) {
        if (task.channel() == StepChannel.LETTER) {
            done(task, reader, "");
            return;
        }
        new DoneDialog(reader, note -> done(task, reader, note)).open();
    }

    private void done(Task task, Reader reader, String note) {
        var what = TaskRow.what(task, reader);
        switch (tasks.done(task.id(), note)) {
            case DONE ->
                Notice.done(
                        reader.text("portalreminders.tasks.saved", what),
                        reader.text("portalreminders.tasks.undo"),
                        () -> reopen(task, reader));
            case UNCHANGED, UNKNOWN -> Notice.refused(reader.text("portalreminders.tasks.gone"));
            case NOTE_TOO_LONG -> Notice.refused(reader.text("portalreminders.tasks.noteTooLong"));
        }
        load();
    }

    private void reopen(Task task, Reader reader) {
        if (tasks.reopen(task.id()) == Outcome.DONE) {
            Notice.done(reader.text("portalreminders.tasks.undone", TaskRow.what(task, reader)));
        }
        load();
    }
}
