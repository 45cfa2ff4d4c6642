package com.duemate.tenantportal.notifications;

import com.duemate.platform.customers.CustomerDetails;
import com.duemate.platform.customers.Customers;
import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.Invoices;
import com.duemate.platform.notifications.Channel;
import com.duemate.platform.notifications.MessageId;
import com.duemate.platform.notifications.MessageStatus;
import com.duemate.platform.notifications.MessageSummary;
import com.duemate.platform.notifications.Messages;
import com.duemate.platform.notifications.Messages.Content;
import com.duemate.tenantportal.customers.CustomersNavigation;
import com.duemate.tenantportal.invoicing.InvoicingNavigation;
import com.duemate.tenantportal.look.CompanyChip;
import com.duemate.tenantportal.look.DateText;
import com.duemate.tenantportal.look.Drawing;
import com.duemate.tenantportal.look.EmptyState;
import com.duemate.tenantportal.look.MessagePreview;
import com.duemate.tenantportal.look.PageHeader;
import com.duemate.tenantportal.shell.LiveScreens;
import com.duemate.tenantportal.shell.PortalLayout;
import com.duemate.tenantportal.shell.Reader;
import com.duemate.tenantportal.shell.Readers;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One message, as its reader saw it, and what became of it. */
@Route(value = NotificationsNavigation.ROUTE + "/:message", layout = PortalLayout.class)
@RolesAllowed("SPECIALIST")
class MessageView extends Main implements HasDynamicTitle, BeforeEnterObserver {

    private final Messages messages;
    private final Invoices invoices;
    private final Customers customers;
    private final Readers readers;
    private @Nullable MessageId id;
    private @Nullable MessageSummary shown;
    private String title = "";

    MessageView(Messages messages, Invoices invoices, Customers customers, Readers readers, LiveScreens live) {
        this.messages = messages;
        this.invoices = invoices;
        this.customers = customers;
        this.readers = readers;
        addClassName("dm-view");
        live.follow(this, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters()
                .get("message")
                .flatMap(MessageView::parse)
                .orElse(null);
        load();
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    /** The preview keeps its place unless something became of the message. */
    private void refresh() {
        var now = Optional.ofNullable(id).flatMap(messages::find).map(Content::summary);
        if (!now.equals(Optional.ofNullable(shown))) {
            load();
        }
    }

    private void load() {
        removeAll();
        var found = Optional.ofNullable(id).flatMap(messages::find);
        shown = found.map(Content::summary).orElse(null);
        var back = getTranslation("portalmessages.list.title");
        if (found.isEmpty()) {
            title = getTranslation("portalmessages.page.unknownTitle");
            add(new PageHeader(title).back(back, NotificationsNavigation.ROUTE));
            add(new EmptyState(Drawing.SEARCH, getTranslation("portalmessages.page.unknown")));
            return;
        }
        var reader = readers.current();
        var message = found.get().summary();
        title = message.subject().isBlank() ? NotificationsNavigation.kind(reader, message.kind()) : message.subject();
        add(new PageHeader(title)
                .back(back, NotificationsNavigation.ROUTE)
                .beside(NotificationsNavigation.badge(reader, message.status()))
                .below(
                        new Span(NotificationsNavigation.kind(reader, message.kind())),
                        new Span(" · "),
                        new DateText(reader.when(NotificationsNavigation.at(message)))));
        var aside = new Div(outcome(reader, message), about(reader, message));
        aside.addClassName("dm-stack");
        var body = new Div(preview(reader, found.get()), aside);
        body.addClassName("dm-columns");
        add(body);
    }

    private static Component preview(Reader reader, Content content) {
        var message = content.summary();
        return message.channel() == Channel.SMS
                ? MessagePreview.sms(reader.tenant().name(), content.text())
                : MessagePreview.mail(reader.tenant().name(), message.address(), message.subject(), content.html());
    }

    private Section outcome(Reader reader, MessageSummary message) {
        var facts = new DescriptionList();
        facts.addClassName("dm-facts");
        fact(facts, "to", new Span(message.recipientName()));
        fact(facts, "address", new Span(message.address()));
        fact(facts, "channel", new Span(getTranslation("portalmessages.channel." + message.channel())));
        fact(facts, "queued", new DateText(reader.when(message.queuedAt())));
        if (message.sentAt() != null && message.status() != MessageStatus.CAPTURED) {
            fact(facts, "sent", new DateText(reader.when(message.sentAt())));
        }
        var words = new Div(getTranslation("portalmessages.explain." + message.status()));
        words.addClassName("dm-quiet");
        var card = new Div(words);
        if (message.reason() != null) {
            card.add(new Div(reader.text(message.reason())));
        }
        card.add(facts);
        card.addClassNames("dm-card", "dm-stack");
        return section("portalmessages.page.outcome", card);
    }

    private Section about(Reader reader, MessageSummary message) {
        var rows = new Div();
        rows.addClassName("dm-rows");
        invoices.findAll(message.subjects().stream().map(InvoiceId::new).toList())
                .forEach(invoice -> rows.add(InvoicingNavigation.row(reader, invoice)));
        var card = new Div();
        card.addClassNames("dm-card", "dm-card--flush");
        customer(message).ifPresent(customer -> {
            var chip = CompanyChip.opening(CustomersNavigation.customer(customer.id()), customer.name());
            var line = new Div(chip);
            line.addClassName("dm-row");
            card.add(line);
        });
        card.add(rows);
        return section("portalmessages.page.about", card);
    }

    private Optional<CustomerDetails> customer(MessageSummary message) {
        return Optional.ofNullable(message.customer()).flatMap(customers::find);
    }

    private Section section(String key, Component content) {
        var head = new Div(new H2(getTranslation(key)));
        head.addClassName("dm-section__head");
        var section = new Section(head, content);
        section.addClassName("dm-section");
        return section;
    }

    private void fact(DescriptionList list, String name, Component value) {
        list.add(new DescriptionList.Term(getTranslation("portalmessages.fact." + name)));
        var description = new DescriptionList.Description();
        description.add(value);
        list.add(description);
    }

    private static Optional<MessageId> parse(String text) {
        try {
            return Optional.of(new MessageId(UUID.fromString(text)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
