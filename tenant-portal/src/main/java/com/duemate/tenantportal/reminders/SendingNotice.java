package com.duemate.tenantportal.reminders;

import com.duemate.platform.reminders.safety.Braking.Allowance;
import com.duemate.platform.reminders.safety.Cause;
import com.duemate.platform.reminders.safety.SendingStops;
import com.duemate.platform.reminders.safety.Stopped;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.Permission;
import com.duemate.platform.scope.ServerRole;
import com.duemate.tenantportal.look.StatusBadge;
import com.duemate.tenantportal.look.Tone;
import com.duemate.tenantportal.shell.Notice;
import com.duemate.tenantportal.shell.Reader;
import com.duemate.tenantportal.shell.Signed;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.server.Command;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What keeps reminders back, or soon will, and what to do about it; nothing while all is as usual. */
@Component
@OnRole(ServerRole.TENANT_PORTAL)
class SendingNotice {

    private static final long FULL = 100;
    private static final long NEARLY_FULL = 80;

    private final SendingStops stops;
    private final Signed signed;

    SendingNotice(SendingStops stops, Signed signed) {
        this.stops = stops;
        this.signed = signed;
    }

    /** @param changed called after somebody decided */
    Optional<Section> of(Reader reader, Command changed) {
        return stops.current().map(stopped -> stopped(reader, stopped, changed)).or(() -> stops.allowance()
                .flatMap(allowance -> nearlyUsedUp(reader, allowance)));
    }

    private Section stopped(Reader reader, Stopped stopped, Command changed) {
        var card = card(
                reader.text("portalreminders.stopped.title"),
                new StatusBadge(Tone.RISK, reader.text("portalreminders.stopped.badge")),
                said(reader, stopped));
        card.add(quiet(reader.text("portalreminders.stopped.follows")));
        if (stopped.isOwn() && signed.may(Permission.MAY_MANAGE)) {
            var actions = new Div();
            actions.addClassName("dm-toolbar");
            if (stopped.isOwnCircuit()) {
                actions.add(
                        deciding(reader, "anyway", ButtonVariant.PRIMARY, stops::release, changed),
                        deciding(reader, "keep", ButtonVariant.TERTIARY, stops::keepStopped, changed));
            } else {
                actions.add(deciding(reader, "release", ButtonVariant.PRIMARY, stops::release, changed));
            }
            card.add(actions);
        }
        return section(card);
    }

    private static String said(Reader reader, Stopped stopped) {
        var trip = stopped.trip();
        var facts = new HashMap<String, Object>(
                Map.of("when", reader.formats().dateTime(stopped.since()), "person", orEmpty(stopped.person())));
        if (trip != null) {
            facts.put("counted", trip.counted());
            facts.put("usual", trip.usual());
            return reader.text("portalreminders.stopped." + trip.measure(), facts);
        }
        if (stopped.cause() == Cause.RESTORED) {
            return reader.text("portalreminders.stopped.RESTORED", facts);
        }
        if (stopped.person() == null) {
            return reader.text("portalreminders.stopped.provider", facts);
        }
        var words = orEmpty(stopped.words());
        var by = reader.text(
                stopped.person().isBlank() ? "portalreminders.stopped.somebody" : "portalreminders.stopped.person",
                facts);
        return words.isBlank() ? by : by + " " + reader.text("portalreminders.stopped.words", words);
    }

    private Optional<Section> nearlyUsedUp(Reader reader, Allowance allowance) {
        if (allowance.used() * FULL < allowance.monthly() * NEARLY_FULL) {
            return Optional.empty();
        }
        boolean isOver = allowance.isUsedUp(reader.now());
        var word = isOver ? "over" : "nearly";
        var facts = Map.of(
                "used", allowance.used(),
                "monthly", allowance.monthly(),
                "renews", reader.date(reader.day(allowance.renewsAt())));
        return Optional.of(section(card(
                reader.text("portalreminders.allowance.title"),
                new StatusBadge(isOver ? Tone.RISK : Tone.SOON, reader.text("portalreminders.allowance.badge." + word)),
                reader.text("portalreminders.allowance." + word, facts))));
    }

    private static Button deciding(Reader reader, String what, ButtonVariant variant, Command act, Command changed) {
        var key = "portalreminders.stopped." + what;
        var button = new Button(reader.text(key), _ -> {
            var sure = new ConfirmDialog(
                    reader.text(key + ".sureTitle"), reader.text(key + ".sure"), reader.text(key), _ -> {
                        act.execute();
                        Notice.done(reader.text(key + ".done"));
                        changed.execute();
                    });
            sure.setCancelable(true);
            sure.setCancelText(reader.text("portal.cancel"));
            sure.open();
        });
        button.addThemeVariants(variant);
        return button;
    }

    private static Div card(String title, StatusBadge badge, String words) {
        var head = new Div(new H2(title), badge);
        head.addClassName("dm-section__head");
        var said = new Paragraph(words);
        said.addClassName("dm-prose");
        var card = new Div(head, said);
        card.addClassNames("dm-card", "dm-stack");
        return card;
    }

    private static Section section(Div card) {
        var section = new Section(card);
        section.addClassName("dm-section");
        return section;
    }

    private static Paragraph quiet(String words) {
        var line = new Paragraph(words);
        line.addClassNames("dm-quiet", "dm-prose");
        return line;
    }

    private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }
}
