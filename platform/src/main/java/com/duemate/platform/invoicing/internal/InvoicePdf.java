package com.duemate.platform.invoicing.internal;

import com.duemate.platform.branding.Brands;
import com.duemate.platform.invoicing.DraftInvoice;
import com.duemate.platform.invoicing.InvoiceDetails;
import com.duemate.platform.invoicing.InvoiceStatus;
import com.duemate.platform.invoicing.pdf.InvoicePaper;
import com.duemate.platform.invoicing.pdf.InvoiceSheet;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.tenancy.Tenants;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings an invoice, its customer and the brand together on paper; works in the tenant's and in the customer's scope. */
@Component
class InvoicePdf {

    private final JdbcClient jdbc;
    private final Brands brands;
    private final Tenants tenants;

    InvoicePdf(JdbcClient jdbc, Brands brands, Tenants tenants) {
        this.jdbc = jdbc;
        this.brands = brands;
        this.tenants = tenants;
    }

    /** Without its logo, which only who renders has to read. */
    Draft draft(InvoiceDetails invoice) {
        var summary = invoice.summary();
        var currency = summary.total().currency();
        var brand = brands.current();
        var tenant = tenants.current();
        var sheet = new InvoiceSheet(
                new InvoiceSheet.Brand(
                        brand.name(),
                        brand.accent(),
                        null,
                        List.of(),
                        brand.footer()
                                .lines()
                                .limit(InvoiceSheet.Brand.MAX_FOOTER_ROWS)
                                .toList()),
                locale(summary.customer()).orElse(tenant.locale()),
                new InvoiceSheet.Heading(
                        stage(summary.status()),
                        summary.number(),
                        summary.issuedOn(),
                        summary.dueOn(),
                        summary.subject()),
                billTo(summary.customer(), summary.customerName()),
                lines(invoice.lines(), currency),
                new InvoiceSheet.Sums(
                        summary.total(),
                        List.of(),
                        summary.total(),
                        summary.status().isOpen() || summary.status() == InvoiceStatus.PAID
                                ? summary.total().minus(summary.open())
                                : Money.zero(currency),
                        summary.open()),
                new InvoiceSheet.Payment(URI.create(tenant.portalUrl() + "/my"), false, List.of()));
        return new Draft(sheet, InvoicePaper.contentHash(sheet, brand.logoSha256()));
    }

    byte[] render(Draft draft) {
        var logo = brands.logo().map(InvoiceSheet.Logo::new).orElse(null);
        return InvoicePaper.render(draft.sheet.withLogo(logo));
    }

    /** @param content digest of all that is printed, the logo included */
    record Draft(InvoiceSheet sheet, String content) {}

    private static InvoiceSheet.Stage stage(InvoiceStatus status) {
        return switch (status) {
            case DRAFT -> InvoiceSheet.Stage.DRAFT;
            case VOID -> InvoiceSheet.Stage.VOID;
            case OPEN, PARTLY_PAID, PAID, WRITTEN_OFF -> InvoiceSheet.Stage.ISSUED;
        };
    }

    private static List<InvoiceSheet.Line> lines(List<DraftInvoice.Line> lines, Currency currency) {
        return lines.stream()
                .map(line -> new InvoiceSheet.Line(
                        line.description(),
                        BigDecimal.valueOf(line.quantity(), 3)
                                .stripTrailingZeros()
                                .setScale(3)
                                .stripTrailingZeros(),
                        new Money(line.unitMinor(), currency),
                        new Money(line.totalMinor(), currency)))
                .toList();
    }

    private InvoiceSheet.Party billTo(CustomerId customer, String name) {
        var email = jdbc.sql("select email from customers.pub_customer where id = ?")
                .param(customer.value())
                .query((row, _) -> Optional.ofNullable(row.getString("email")))
                .optional()
                .flatMap(address -> address);
        return new InvoiceSheet.Party(
                name, Stream.ofNullable(email.orElse(null)).toList());
    }

    private Optional<Locale> locale(CustomerId customer) {
        return jdbc.sql("select locale from customers.pub_customer where id = ?")
                .param(customer.value())
                .query((row, _) -> Optional.ofNullable(row.getString("locale")))
                .optional()
                .flatMap(tag -> tag)
                .map(Locale::forLanguageTag);
    }
}
