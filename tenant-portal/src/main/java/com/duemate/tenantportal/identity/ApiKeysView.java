package com.duemate.tenantportal.identity;

import com.duemate.platform.identity.ApiKeys;
import com.duemate.platform.identity.ApiKeys.Access;
import com.duemate.platform.identity.ApiKeys.ApiKey;
import com.duemate.platform.kernel.SecurityClock;
import com.duemate.tenantportal.look.Drawing;
import com.duemate.tenantportal.look.EmptyState;
import com.duemate.tenantportal.look.ItemRow;
import com.duemate.tenantportal.look.PageHeader;
import com.duemate.tenantportal.look.Sign;
import com.duemate.tenantportal.look.StatusBadge;
import com.duemate.tenantportal.look.Tone;
import com.duemate.tenantportal.shell.Notice;
import com.duemate.tenantportal.shell.PortalLayout;
import com.duemate.tenantportal.shell.Reader;
import com.duemate.tenantportal.shell.Readers;
import com.duemate.themes.StyleSheets;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;

/** Keys for programs: what each may do, when it was last used, and its end. */
@Route(value = IdentityNavigation.KEYS, layout = PortalLayout.class)
@RolesAllowed("OWNER")
@StyleSheet(StyleSheets.ROOMS)
class ApiKeysView extends Main implements AfterNavigationObserver, HasDynamicTitle {

    private final ApiKeys keys;
    private final Readers readers;
    private final SecurityClock clock;
    private final Div list = new Div();

    ApiKeysView(ApiKeys keys, Readers readers, SecurityClock clock) {
        this.keys = keys;
        this.readers = readers;
        this.clock = clock;
        addClassNames("dm-view", "dm-view--settings");
        var create = create();
        create.getElement().setAttribute("data-key", "n");
        add(
                new PageHeader(getPageTitle())
                        .below(new Span(getTranslation("portalidentity.keys.sub")))
                        .primary(create),
                list);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("portalidentity.keys.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        load();
    }

    private void load() {
        var reader = readers.current();
        var now = clock.now();
        var all = keys.list();
        list.removeAll();
        if (all.isEmpty()) {
            list.add(new EmptyState(Drawing.DONE, getTranslation("portalidentity.keys.empty"), create()));
        } else {
            list.add(ItemRow.card(
                    getPageTitle(),
                    all.stream().map(key -> row(reader, key, now)).toList()));
        }
    }

    private Button create() {
        return new Button(getTranslation("portalidentity.keys.create"), Sign.PLUS.create(), _ -> new ApiKeyDialog(
                        keys, readers.current(), clock, this::load)
                .open());
    }

    private ItemRow row(Reader reader, ApiKey key, Instant now) {
        var name = new Span(key.name());
        name.addClassName("dm-item__name");
        var hint = new Code(key.hint() + "…");
        hint.addClassName("dm-mono");
        var used = key.lastUsedAt();
        var more = new Span(
                hint,
                new Span(
                        used == null
                                ? reader.text("portalidentity.keys.neverUsed")
                                : reader.text(
                                        "portalidentity.keys.used",
                                        reader.formats().relative(used, now).text())),
                new Span(life(reader, key, now)));
        more.addClassName("dm-item__more");
        var what = new Div(name, more);
        var row = new ItemRow(what).state(state(reader, key, now));
        if (key.revokedAt() == null) {
            var revoke = new Button(reader.text("portalidentity.keys.revoke"), _ -> ask(reader, key));
            revoke.setAriaLabel(reader.text("portalidentity.keys.revokeOf", key.name()));
            row.end(revoke);
        }
        return row;
    }

    private static StatusBadge state(Reader reader, ApiKey key, Instant now) {
        var expires = key.expiresAt();
        if (key.revokedAt() != null) {
            return new StatusBadge(Tone.ENDED, reader.text("portalidentity.keys.revoked"));
        }
        if (expires != null && !expires.isAfter(now)) {
            return new StatusBadge(Tone.ENDED, reader.text("portalidentity.keys.expired"));
        }
        return new StatusBadge(
                key.access() == Access.WRITE ? Tone.PARTLY : Tone.QUIET,
                reader.text("portalidentity.keys.access." + key.access()));
    }

    private static String life(Reader reader, ApiKey key, Instant now) {
        var expires = key.expiresAt();
        return expires == null || key.revokedAt() != null
                ? reader.text(
                        "portalidentity.keys.made",
                        reader.formats().relative(key.createdAt(), now).text())
                : reader.text("portalidentity.keys.until", reader.formats().date(reader.day(expires)));
    }

    private void ask(Reader reader, ApiKey key) {
        var sure = new ConfirmDialog(
                reader.text("portalidentity.keys.sureTitle", key.name()),
                reader.text("portalidentity.keys.sure"),
                reader.text("portalidentity.keys.revoke"),
                _ -> revoke(reader, key));
        sure.setCancelable(true);
        sure.setCancelText(reader.text("portal.cancel"));
        sure.setConfirmButtonTheme("primary error");
        sure.open();
    }

    private void revoke(Reader reader, ApiKey key) {
        if (keys.revoke(key.id())) {
            Notice.done(reader.text("portalidentity.keys.done", key.name()));
        } else {
            Notice.refused(reader.text("portalidentity.keys.gone"));
        }
        load();
    }
}
