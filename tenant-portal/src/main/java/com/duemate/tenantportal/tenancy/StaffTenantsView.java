package com.duemate.tenantportal.tenancy;

import com.duemate.platform.identity.FirstOwners;
import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.reminders.safety.EngineRoom;
import com.duemate.platform.tenancy.TenantRegistry;
import com.duemate.platform.tenancy.TenantRegistry.TenantSummary;
import com.duemate.platform.tenancy.TenantStatus;
import com.duemate.tenantportal.look.CompanyChip;
import com.duemate.tenantportal.look.DateText;
import com.duemate.tenantportal.look.Drawing;
import com.duemate.tenantportal.look.EmptyState;
import com.duemate.tenantportal.look.FilterChips;
import com.duemate.tenantportal.look.ItemRow;
import com.duemate.tenantportal.look.PageHeader;
import com.duemate.tenantportal.look.SidePanel;
import com.duemate.tenantportal.look.Sign;
import com.duemate.tenantportal.look.StatusBadge;
import com.duemate.tenantportal.look.Tone;
import com.duemate.tenantportal.staff.StaffLayout;
import com.duemate.themes.StyleSheets;
import com.duemate.themes.text.Formats;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** For staff: every tenant with its standing; one opens beside the list. */
@Route(value = TenancyNavigation.REGISTRY + "/:slug?", layout = StaffLayout.class)
@RouteAlias(value = "staff", layout = StaffLayout.class)
@RolesAllowed("STAFF")
@StyleSheet(StyleSheets.ROOMS)
class StaffTenantsView extends Main implements BeforeEnterObserver, AfterNavigationObserver, HasDynamicTitle {

    private final TenantRegistry registry;
    private final EngineRoom room;
    private final FirstOwners owners;
    private final BusinessClock clock;
    private final FilterChips<Show> chips;
    private final TextField search = new TextField();
    private final Div list = new Div();
    private final SidePanel split = new SidePanel(list, this::close);
    private Show show = Show.ALL;
    private @Nullable String asked;

    private enum Show {
        ALL,
        ACTIVE,
        SUSPENDED
    }

    StaffTenantsView(TenantRegistry registry, EngineRoom room, FirstOwners owners, BusinessClock clock) {
        this.registry = registry;
        this.room = room;
        this.owners = owners;
        this.clock = clock;
        addClassNames("dm-view", "dm-view--list", "dm-view--wide");
        list.addClassName("dm-list");
        chips = new FilterChips<>(getTranslation("portaltenancy.registry.filter"), chosen -> {
            show = chosen;
            load();
        });
        for (var one : Show.values()) {
            chips.chip(one, getTranslation("portaltenancy.registry.show." + one));
        }
        search.setPlaceholder(getTranslation("portaltenancy.registry.search"));
        search.setAriaLabel(getTranslation("portaltenancy.registry.search"));
        search.setPrefixComponent(Sign.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addClassNames("dm-toolbar__end", "dm-whom");
        search.addValueChangeListener(_ -> load());
        var bar = new Div(chips, search);
        bar.addClassName("dm-toolbar");
        var create = new Button(getTranslation("portaltenancy.registry.create"), Sign.PLUS.create(), _ -> create());
        add(new PageHeader(getPageTitle()).primary(create), bar, split);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("portaltenancy.registry.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        asked = event.getRouteParameters().get("slug").orElse(null);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        load();
    }

    private void load() {
        var all = registry.list();
        var formats = formats();
        var names = all.stream().collect(Collectors.toMap(TenantSummary::id, Function.identity()));
        chips.count(Show.ALL, formats.number(all.size()));
        chips.count(Show.ACTIVE, formats.number(count(all, TenantStatus.ACTIVE)));
        chips.count(Show.SUSPENDED, formats.number(count(all, TenantStatus.SUSPENDED)));
        var rows = new ArrayList<ItemRow>();
        for (var tenant : all) {
            if (isShown(tenant)) {
                rows.add(row(formats, tenant, resellerOf(tenant, names)));
            }
        }
        list.removeAll();
        list.add(
                rows.isEmpty()
                        ? new EmptyState(Drawing.SEARCH, getTranslation("portaltenancy.registry.none"))
                        : ItemRow.card(getPageTitle(), rows));
        all.stream()
                .filter(tenant -> tenant.slug().equals(asked))
                .findFirst()
                .ifPresentOrElse(tenant -> open(formats, tenant, resellerOf(tenant, names)), split::close);
    }

    private boolean isShown(TenantSummary tenant) {
        var wanted = search.getValue().strip().toLowerCase(Locale.ROOT);
        boolean isOfKind = show == Show.ALL || tenant.status().name().equals(show.name());
        return isOfKind
                && (tenant.slug().contains(wanted)
                        || tenant.name().toLowerCase(Locale.ROOT).contains(wanted));
    }

    private void open(Formats formats, TenantSummary tenant, @Nullable TenantSummary reseller) {
        var panel = new TenantPanel(registry, room, tenant, reseller, formats, this::load);
        if (owners.missing(tenant.id())) {
            var invite = new Button(getTranslation("portaltenancy.owner.invite"), _ -> letIn(tenant));
            invite.addThemeVariants(ButtonVariant.PRIMARY);
            split.open(tenant.name(), panel, invite, panel.action());
        } else {
            split.open(tenant.name(), panel, panel.action());
        }
    }

    private void create() {
        new NewTenantDialog(registry, clock.now(), this::created).open();
    }

    private void created(String slug) {
        getUI().ifPresent(ui -> ui.navigate(TenancyNavigation.tenant(slug)));
        registry.find(slug).ifPresent(this::letIn);
    }

    private void letIn(TenantSummary tenant) {
        new FirstOwnerDialog(owners, tenant).open();
    }

    private void close() {
        getUI().ifPresent(ui -> ui.navigate(TenancyNavigation.REGISTRY));
    }

    private ItemRow row(Formats formats, TenantSummary tenant, @Nullable TenantSummary reseller) {
        var chip = new CompanyChip(tenant.name())
                .detail(
                        reseller == null
                                ? tenant.slug()
                                : getTranslation("portaltenancy.registry.by", tenant.slug(), reseller.name()));
        return ItemRow.opening(TenancyNavigation.tenant(tenant.slug()), chip)
                .state(badge(this, tenant.status()))
                .end(new DateText(formats.relative(tenant.createdAt(), clock.now())))
                .current(tenant.slug().equals(asked));
    }

    static StatusBadge badge(Component view, TenantStatus status) {
        var tone =
                switch (status) {
                    case PROVISIONING -> Tone.SOON;
                    case ACTIVE -> Tone.GOOD;
                    case SUSPENDED -> Tone.HELD;
                };
        return new StatusBadge(tone, view.getTranslation("portaltenancy.status." + status));
    }

    private static @Nullable TenantSummary resellerOf(TenantSummary tenant, Map<?, TenantSummary> all) {
        var reseller = tenant.reseller();
        return reseller == null ? null : all.get(reseller);
    }

    private static long count(List<TenantSummary> all, TenantStatus status) {
        return all.stream().filter(tenant -> tenant.status() == status).count();
    }

    /** Staff work for tenants in every zone, so they read one time: UTC. */
    private Formats formats() {
        return new Formats(getLocale(), ZoneOffset.UTC, Currency.getInstance("EUR"));
    }
}
