package com.duemate.tenantportal.invoicing;

import com.duemate.platform.customers.Customers;
import com.duemate.platform.invoicing.InvoiceDetails;
import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.InvoiceStatus;
import com.duemate.platform.invoicing.Invoices;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.tenantportal.look.Drawing;
import com.duemate.tenantportal.look.EmptyState;
import com.duemate.tenantportal.look.PageHeader;
import com.duemate.tenantportal.shell.Notice;
import com.duemate.tenantportal.shell.PortalLayout;
import com.duemate.tenantportal.shell.Reader;
import com.duemate.tenantportal.shell.Readers;
import com.duemate.tenantportal.shell.Ways;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes an invoice, or changes one. */
@Route(value = InvoicingNavigation.ROUTE + "/new", layout = PortalLayout.class)
@RouteAlias(value = InvoicingNavigation.ROUTE + "/:invoice/edit", layout = PortalLayout.class)
@RolesAllowed("SPECIALIST")
class InvoiceFormView extends Main implements HasDynamicTitle, BeforeEnterObserver {

    private final Invoices invoices;
    private final Customers customers;
    private final Readers readers;
    private @Nullable InvoiceId edited;
    private String title = "";

    InvoiceFormView(Invoices invoices, Customers customers, Readers readers) {
        this.invoices = invoices;
        this.customers = customers;
        this.readers = readers;
        addClassNames("dm-view", "dm-view--form");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        edited = null;
        var reader = readers.current();
        var asked = event.getRouteParameters().get("invoice");
        if (asked.isPresent()) {
            var found = asked.flatMap(InvoiceView::parse).flatMap(invoices::find);
            found.ifPresentOrElse(invoice -> edit(reader, invoice), this::showUnknown);
            return;
        }
        var form = new InvoiceForm(reader, customers);
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter(InvoicingNavigation.CUSTOMER)
                .flatMap(InvoiceFormView::customer)
                .flatMap(customers::find)
                .ifPresent(form::customer);
        title = getTranslation("portalinvoicing.form.new");
        var create = new Button(getTranslation("portalinvoicing.form.create"), _ -> create(reader, form, false));
        var keep = new Button(getTranslation("portalinvoicing.form.keep"), _ -> create(reader, form, true));
        show(form, InvoicingNavigation.ROUTE, getTranslation("portalinvoicing.list.title"), create, keep);
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void edit(Reader reader, InvoiceDetails invoice) {
        var summary = invoice.summary();
        edited = summary.id();
        title = getTranslation("portalinvoicing.form.edit", InvoicingNavigation.name(reader, summary));
        var form = new InvoiceForm(reader, customers);
        customers.find(summary.customer()).ifPresent(form::customer);
        form.fill(invoice);
        form.fixCustomer(summary.status() != InvoiceStatus.DRAFT);
        var save = new Button(getTranslation("portal.save"), _ -> update(reader, form));
        var back = InvoicingNavigation.invoice(summary.id());
        show(form, back, InvoicingNavigation.name(reader, summary), save);
    }

    private void show(InvoiceForm form, String back, String backTitle, Button primary, Button... others) {
        primary.addThemeVariants(ButtonVariant.PRIMARY);
        var actions = new Div(primary);
        actions.add(others);
        actions.add(new Button(getTranslation("portal.cancel"), _ -> Ways.go(this, back)));
        actions.addClassName("dm-form__actions");
        add(new PageHeader(title).back(backTitle, back), form, actions);
    }

    private void showUnknown() {
        title = getTranslation("portalinvoicing.page.unknownTitle");
        add(
                new PageHeader(title).back(getTranslation("portalinvoicing.list.title"), InvoicingNavigation.ROUTE),
                new EmptyState(Drawing.SEARCH, getTranslation("portalinvoicing.page.unknown")));
    }

    private void create(Reader reader, InvoiceForm form, boolean asDraft) {
        form.draft()
                .ifPresent(
                        draft -> finish(reader, form, invoices.create(draft, asDraft), asDraft ? "draft" : "create"));
    }

    private void update(Reader reader, InvoiceForm form) {
        var id = edited;
        if (id != null) {
            form.draft().ifPresent(draft -> finish(reader, form, invoices.update(id, draft), "update"));
        }
    }

    private void finish(Reader reader, InvoiceForm form, Invoices.Outcome outcome, String what) {
        switch (outcome) {
            case Invoices.Outcome.Done done -> {
                Notice.done(reader.text("portalinvoicing.done." + what));
                Ways.go(this, InvoicingNavigation.invoice(done.id()));
            }
            case Invoices.Outcome.Refused refused -> form.refuse(refused.field(), reader.text(refused.reason()));
            case Invoices.Outcome.Unknown _ -> Notice.refused(reader.text("portalinvoicing.page.unknown"));
        }
    }

    private static Optional<CustomerId> customer(String text) {
        try {
            return Optional.of(CustomerId.of(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
