package com.duemate.tenantportal.identity;

import com.duemate.platform.identity.Role;
import com.duemate.platform.identity.User;
import com.duemate.platform.identity.UserId;
import com.duemate.platform.identity.Users;
import com.duemate.platform.kernel.SecurityClock;
import com.duemate.tenantportal.look.CompanyChip;
import com.duemate.tenantportal.look.DateText;
import com.duemate.tenantportal.look.ItemRow;
import com.duemate.tenantportal.look.PageHeader;
import com.duemate.tenantportal.look.SidePanel;
import com.duemate.tenantportal.look.Sign;
import com.duemate.tenantportal.look.StatusBadge;
import com.duemate.tenantportal.look.Tone;
import com.duemate.tenantportal.shell.PortalLayout;
import com.duemate.tenantportal.shell.Reader;
import com.duemate.tenantportal.shell.Readers;
import com.duemate.tenantportal.shell.Signed;
import com.duemate.themes.StyleSheets;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Optional;

/** Who may work here, in which role; one person opens beside the list. */
@Route(value = IdentityNavigation.USERS + "/:user?", layout = PortalLayout.class)
@RolesAllowed("OWNER")
@StyleSheet(StyleSheets.ROOMS)
class UsersView extends Main implements BeforeEnterObserver, AfterNavigationObserver, HasDynamicTitle {

    private final Users users;
    private final Readers readers;
    private final Signed signed;
    private final SecurityClock clock;
    private final Div list = new Div();
    private final SidePanel split = new SidePanel(list, this::close);
    private Optional<String> asked = Optional.empty();

    UsersView(Users users, Readers readers, Signed signed, SecurityClock clock) {
        this.users = users;
        this.readers = readers;
        this.signed = signed;
        this.clock = clock;
        addClassNames("dm-view", "dm-view--list", "dm-view--wide");
        list.addClassName("dm-list");
        var invite = new Button(getTranslation("portalidentity.users.invite"), Sign.PLUS.create(), _ -> invite());
        invite.getElement().setAttribute("data-key", "n");
        add(
                new PageHeader(getPageTitle())
                        .below(new Span(getTranslation("portalidentity.users.sub")))
                        .primary(invite),
                split);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("portalidentity.users.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        asked = event.getRouteParameters().get("user");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        load();
    }

    private void load() {
        var reader = readers.current();
        var all = users.list();
        var open = all.stream()
                .filter(user -> asked.filter(user.id().toString()::equals).isPresent())
                .findFirst();
        list.removeAll();
        var rows = new ArrayList<ItemRow>();
        for (var user : all) {
            rows.add(row(reader, user).current(open.filter(user::equals).isPresent()));
        }
        list.add(ItemRow.card(getPageTitle(), rows));
        open.ifPresentOrElse(user -> open(reader, user), split::close);
    }

    private void open(Reader reader, User user) {
        var panel = new UserPanel(users, user, reader, isSelf(user), this::load);
        split.open(user.name(), panel, panel.actions());
    }

    private void invite() {
        new InviteDialog(users, readers.current(), this::load).open();
    }

    private void close() {
        getUI().ifPresent(ui -> ui.navigate(IdentityNavigation.USERS));
    }

    private boolean isSelf(User user) {
        return user.id().equals(new UserId(signed.user().membership()));
    }

    private ItemRow row(Reader reader, User user) {
        var chip = new CompanyChip(user.name()).person().detail(user.email());
        var row = ItemRow.opening(IdentityNavigation.user(user.id()), chip);
        if (user.state() != User.State.ACTIVE) {
            row.state(state(reader, user.state()));
        }
        row.state(role(reader, user.role()));
        row.end(lastSeen(reader, user));
        return row;
    }

    private Component lastSeen(Reader reader, User user) {
        var seen = user.signedInAt();
        if (isSelf(user)) {
            return quiet(reader.text("portalidentity.users.you"));
        }
        return seen == null
                ? quiet(reader.text("portalidentity.users.never"))
                : new DateText(reader.formats().relative(seen, clock.now()));
    }

    static StatusBadge role(Reader reader, Role role) {
        return new StatusBadge(role == Role.OWNER ? Tone.PARTLY : Tone.QUIET, reader.text("identity.role." + role));
    }

    static StatusBadge state(Reader reader, User.State state) {
        var tone =
                switch (state) {
                    case INVITED -> Tone.SOON;
                    case ACTIVE -> Tone.GOOD;
                    case DISABLED -> Tone.ENDED;
                };
        return new StatusBadge(tone, reader.text("identity.state." + state));
    }

    private static Span quiet(String text) {
        var words = new Span(text);
        words.addClassName("dm-quiet");
        return words;
    }
}
