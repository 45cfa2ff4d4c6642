package com.duemate.tenantportal.notifications;

import com.duemate.platform.notifications.MessageStatus;
import com.duemate.platform.notifications.MessageSummary;
import com.duemate.platform.notifications.Messages;
import com.duemate.platform.notifications.Messages.MessageQuery;
import com.duemate.tenantportal.look.DateText;
import com.duemate.tenantportal.look.Drawing;
import com.duemate.tenantportal.look.EmptyState;
import com.duemate.tenantportal.look.FilterChips;
import com.duemate.tenantportal.look.PageHeader;
import com.duemate.tenantportal.look.PhoneRows;
import com.duemate.tenantportal.shell.KeysetPages;
import com.duemate.tenantportal.shell.LiveScreens;
import com.duemate.tenantportal.shell.PortalLayout;
import com.duemate.tenantportal.shell.Reader;
import com.duemate.tenantportal.shell.Readers;
import com.duemate.tenantportal.shell.Ways;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Route(value = NotificationsNavigation.ROUTE, layout = PortalLayout.class)
@RolesAllowed("SPECIALIST")
class MessagesView extends Main implements HasDynamicTitle, AfterNavigationObserver {

    private static final String ANY = "any";
    private static final List<String> KINDS = List.of(
            ANY, "reminder", "receipt", "payment_link", "magic_link", "invitation", "sending_alarm", "sending_digest");

    /** Ways to see the list. */
    enum Show {
        ALL,
        SENT(MessageStatus.SENT, MessageStatus.CAPTURED),
        WAITING(MessageStatus.QUEUED, MessageStatus.SENDING),
        FAILED(MessageStatus.FAILED, MessageStatus.UNKNOWN),
        WITHDRAWN(MessageStatus.WITHDRAWN);

        @SuppressWarnings("ImmutableEnumChecker") // made by List.of
        private final List<MessageStatus> statuses;

        Show(MessageStatus... statuses) {
            this.statuses = List.of(statuses);
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Messages messages;
    private final Readers readers;
    private final FilterChips<Show> chips;
    private final Select<String> kinds = new Select<>();
    private final Grid<MessageSummary> grid = new Grid<>();
    private final Div empty = new Div();
    private @Nullable Reader reader;
    private Show show = Show.ALL;

    MessagesView(Messages messages, Readers readers, LiveScreens live) {
        this.messages = messages;
        this.readers = readers;
        addClassNames("dm-view", "dm-view--list");
        chips = new FilterChips<>(getTranslation("portalmessages.list.filter"), this::choose);
        for (var way : Show.values()) {
            chips.chip(way, getTranslation("portalmessages.show." + way.name()));
        }
        kinds.setAriaLabel(getTranslation("portalmessages.list.kind"));
        kinds.setItems(KINDS);
        kinds.setItemLabelGenerator(kind -> getTranslation("portalmessages.kind", kind));
        kinds.setValue(ANY);
        kinds.addClassName("dm-toolbar__end");
        kinds.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                remember();
            }
        });
        buildGrid();
        var bar = new Div(chips, kinds);
        bar.addClassName("dm-toolbar");
        add(new PageHeader(getTranslation("portalmessages.list.title")), bar, grid, empty);
        live.follow(this, this::refresh);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("portalmessages.list.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var asked = event.getLocation().getQueryParameters();
        show = asked.getSingleParameter(NotificationsNavigation.SHOW)
                .flatMap(word -> Arrays.stream(Show.values())
                        .filter(s -> s.word().equals(word))
                        .findFirst())
                .orElse(Show.ALL);
        chips.choose(show);
        kinds.setValue(asked.getSingleParameter(NotificationsNavigation.KIND)
                .filter(KINDS::contains)
                .orElse(ANY));
        load();
    }

    private void refresh() {
        if (grid.isVisible()) {
            reader = readers.current();
            KeysetPages.refresh(grid);
        } else {
            load();
        }
    }

    private void load() {
        reader = readers.current();
        boolean any = !messages.list(query(1, null)).items().isEmpty();
        grid.setVisible(any);
        empty.setVisible(!any);
        if (any) {
            KeysetPages.show(grid, this::page);
        } else {
            empty.removeAll();
            boolean filtered = show != Show.ALL || !ANY.equals(kinds.getValue());
            empty.add(new EmptyState(
                    filtered ? Drawing.DONE : Drawing.MESSAGES,
                    getTranslation(filtered ? "portalmessages.list.none" : "portalmessages.list.empty")));
        }
    }

    private com.duemate.platform.kernel.Page<MessageSummary> page(int limit, @Nullable String cursor) {
        return messages.list(query(limit, cursor));
    }

    private MessageQuery query(int limit, @Nullable String cursor) {
        var kind = kinds.getValue();
        return new MessageQuery(null, ANY.equals(kind) ? null : kind, show.statuses, limit, cursor);
    }

    private void choose(Show chosen) {
        show = chosen;
        remember();
    }

    private void remember() {
        Map<String, String> asked = new LinkedHashMap<>();
        if (show != Show.ALL) {
            asked.put(NotificationsNavigation.SHOW, show.word());
        }
        if (!ANY.equals(kinds.getValue())) {
            asked.put(NotificationsNavigation.KIND, kinds.getValue());
        }
        getUI().ifPresent(ui -> ui.navigate(MessagesView.class, QueryParameters.simple(asked)));
    }

    private void buildGrid() {
        grid.addComponentColumn(this::subject)
                .setHeader(getTranslation("portalmessages.column.subject"))
                .setFlexGrow(3);
        grid.addColumn(MessageSummary::recipientName).setHeader(getTranslation("portalmessages.column.recipient"));
        grid.addColumn(message -> NotificationsNavigation.kind(reader(), message.kind()))
                .setHeader(getTranslation("portalmessages.column.kind"))
                .setFlexGrow(0)
                .setWidth("9rem");
        grid.addComponentColumn(message -> NotificationsNavigation.badge(reader(), message.status()))
                .setHeader(getTranslation("portalmessages.column.status"))
                .setFlexGrow(0)
                .setWidth("11rem");
        grid.addComponentColumn(message -> new DateText(reader().when(NotificationsNavigation.at(message))))
                .setHeader(getTranslation("portalmessages.column.when"));
        PhoneRows.offer(grid, message -> NotificationsNavigation.row(reader(), message));
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addItemClickListener(click ->
                Ways.go(this, NotificationsNavigation.message(click.getItem().id())));
        grid.getElement().setAttribute("aria-label", getTranslation("portalmessages.list.title"));
        grid.addClassName("dm-grid");
    }

    private Anchor subject(MessageSummary message) {
        var link = new Anchor(NotificationsNavigation.message(message.id()), message.subject());
        link.addClassName("dm-grid__link");
        return link;
    }

    private Reader reader() {
        if (reader == null) {
            reader = readers.current();
        }
        return reader;
    }
}
