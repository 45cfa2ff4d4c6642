package com.duemate.tenantportal.messaging;

import com.duemate.platform.kernel.Page;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.messaging.DeadLetters;
import com.duemate.platform.messaging.DeadLetters.DeadLetter;
import com.duemate.platform.tenancy.TenantRegistry;
import com.duemate.platform.tenancy.TenantRegistry.TenantSummary;
import com.duemate.tenantportal.look.Drawing;
import com.duemate.tenantportal.look.EmptyState;
import com.duemate.tenantportal.look.PageHeader;
import com.duemate.tenantportal.look.Sign;
import com.duemate.tenantportal.shell.Notice;
import com.duemate.tenantportal.staff.StaffLayout;
import com.duemate.themes.StyleSheets;
import com.duemate.themes.text.Formats;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** For staff: facts that a room could not take, each with whose it is, what went wrong, and a way to try again. */
@Route(value = MessagingNavigation.DEAD_LETTERS, layout = StaffLayout.class)
@RolesAllowed("STAFF")
@StyleSheet(StyleSheets.ROOMS)
class DeadLettersView extends Main implements AfterNavigationObserver, HasDynamicTitle {

    private static final int AT_ONCE = 50;

    private final DeadLetters letters;
    private final TenantRegistry registry;
    private final Div card = new Div();
    private final UnorderedList rows = new UnorderedList();
    private final Button more = new Button(getTranslation("portalmessaging.dead.more"), _ -> showMore());
    private final Button all = new Button(getTranslation("portalmessaging.dead.all"), _ -> replayAll());
    private Map<TenantId, String> names = Map.of();
    private @Nullable String next;

    DeadLettersView(DeadLetters letters, TenantRegistry registry) {
        this.letters = letters;
        this.registry = registry;
        addClassName("dm-view");
        card.addClassNames("dm-card", "dm-card--flush");
        rows.addClassName("dm-rows");
        var header = new PageHeader(getPageTitle()).below(new Span(getTranslation("portalmessaging.dead.sub")));
        add(header.primary(all), card, more);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("portalmessaging.dead.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        load();
    }

    private void load() {
        names = registry.list().stream().collect(Collectors.toMap(TenantSummary::id, TenantSummary::name));
        rows.removeAll();
        card.removeAll();
        var first = letters.list(AT_ONCE, null);
        boolean none = first.items().isEmpty();
        all.setVisible(!none);
        more.setVisible(false);
        if (none) {
            card.add(new EmptyState(Drawing.DONE, getTranslation("portalmessaging.dead.none")));
        } else {
            card.add(rows);
            show(first);
        }
    }

    private void showMore() {
        show(letters.list(AT_ONCE, next));
    }

    private void show(Page<DeadLetter> page) {
        page.items().forEach(letter -> rows.add(row(letter)));
        next = page.next();
        more.setVisible(next != null);
    }

    private ListItem row(DeadLetter letter) {
        var sign = Sign.ALERT.create();
        sign.addClassName("dm-work__sign");
        var formats = new Formats(getLocale(), ZoneOffset.UTC, Currency.getInstance("EUR"));
        var what = getTranslation(
                "portalmessaging.dead.what",
                Map.of(
                        "name", letter.name(),
                        "tenant",
                                names.getOrDefault(
                                        letter.tenant(), letter.tenant().toString())));
        var detail = new Span(getTranslation(
                letter.handler().isEmpty() ? "portalmessaging.dead.unhanded" : "portalmessaging.dead.why",
                Map.of(
                        "handler", letter.handler(),
                        "error", letter.error(),
                        "attempts", letter.attempts(),
                        "when", formats.dateTime(letter.happenedAt()))));
        detail.addClassNames("dm-quiet", "dm-small");
        var again = new Button(getTranslation("portalmessaging.dead.again"), _ -> replay(letter));
        again.setAriaLabel(getTranslation("portalmessaging.dead.again") + ": " + what);
        var row = new ListItem(sign, new Div(new Div(new Span(what)), detail), new Span(), again);
        row.addClassName("dm-work");
        return row;
    }

    private void replay(DeadLetter letter) {
        Notice.done(getTranslation(
                letters.replay(letter.tenant(), letter.event())
                        ? "portalmessaging.dead.handed"
                        : "portalmessaging.dead.gone"));
        load();
    }

    private void replayAll() {
        Notice.done(getTranslation("portalmessaging.dead.handedAll", letters.replayAll()));
        load();
    }
}
