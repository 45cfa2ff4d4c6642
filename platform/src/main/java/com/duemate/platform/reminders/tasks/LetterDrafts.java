package com.duemate.platform.reminders.tasks;

import com.duemate.platform.branding.Brand;
import com.duemate.platform.branding.Brands;
import com.duemate.platform.customers.PostalAddress;
import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.Invoices;
import com.duemate.platform.invoicing.pdf.InvoiceSheet;
import com.duemate.platform.invoicing.pdf.LetterPaper;
import com.duemate.platform.invoicing.pdf.LetterSheet;
import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.notifications.LetterWords;
import com.duemate.platform.notifications.LetterWords.Writer;
import com.duemate.platform.notifications.MessageFacts.OpenInvoice;
import com.duemate.platform.notifications.Situation;
import com.duemate.platform.notifications.Tone;
import com.duemate.platform.payments.PaymentLinks;
import com.duemate.platform.reminders.StepChannel;
import com.duemate.platform.reminders.TaskId;
import com.duemate.platform.tenancy.TenantProfile;
import com.duemate.platform.tenancy.Tenants;
import com.ibm.icu.util.TimeZone;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the letters of tasks: to whom, what is owed today, in the step's tone and the customer's language. */
@Component
class LetterDrafts {

    private static final String LETTER = """
            select t.id, t.channel, t.tone, t.done_at is not null as done, t.sender_name, t.reply_to,
                   c.id as customer_id, c.number, c.name, c.locale, c.hold_reason is not null as held,
                   c.street, c.postal_code, c.city, c.country
            from reminders.task t join customers.pub_customer c on c.tenant_id = t.tenant_id and c.id = t.customer_id
            where t.id = ?""";

    /** A dispute, a promise, a plan, a payment on its way: silence. */
    private static final String ASKED_FOR = """
            select i.id, i.number, i.issued_on, i.due_on, i.open, i.currency
            from reminders.task t join invoicing.pub_invoice i on i.tenant_id = t.tenant_id and i.id = any(t.invoices)
            where t.id = ? and i.status in ('OPEN', 'PARTLY_PAID')
              and not exists (select from arrangements.pub_silence s where s.tenant_id = i.tenant_id and s.invoice_id = i.id)
              and not exists (select from payments.pub_in_flight f where f.tenant_id = i.tenant_id and f.invoice_id = i.id)
            order by i.due_on, i.issued_on, i.number, i.id limit ?""";

    private static final int SENDER_ROWS = 2;

    private final JdbcClient jdbc;
    private final Brands brands;
    private final Tenants tenants;
    private final LetterWords words;
    private final Invoices invoices;
    private final PaymentLinks links;
    private final BusinessClock clock;

    LetterDrafts(
            JdbcClient jdbc,
            Brands brands,
            Tenants tenants,
            LetterWords words,
            Invoices invoices,
            PaymentLinks links,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.brands = brands;
        this.tenants = tenants;
        this.words = words;
        this.invoices = invoices;
        this.links = links;
        this.clock = clock;
    }

    /** Empty for an unknown task. */
    Optional<LetterDraft> find(TaskId task) {
        return jdbc.sql(LETTER)
                .param(task.value())
                .query(LetterDrafts::addressed)
                .optional()
                .map(this::draft);
    }

    /** From now on nothing is paid on what the task asks for; locked in the order in which everybody locks invoices. */
    void hold(TaskId task) {
        var asked = jdbc.sql("select unnest(invoices) from reminders.task where id = ?")
                .param(task.value())
                .query(UUID.class)
                .list();
        invoices.findAllHeldStill(asked.stream().map(InvoiceId::new).toList());
    }

    /** With a new link. Its invoices are {@linkplain #hold held} by then. */
    byte[] render(LetterDraft.Sheet draft) {
        var link = URI.create(links.createFor(draft.customer(), draft.invoices()));
        var logo = brands.logo().map(InvoiceSheet.Logo::new).orElse(null);
        return LetterPaper.render(draft.sheet().with(logo, link));
    }

    private LetterDraft draft(Addressed to) {
        if (to.channel != StepChannel.LETTER) {
            return new LetterDraft.Nothing("reminders.letter.refused.notALetter");
        }
        if (to.done) {
            return new LetterDraft.Done(to.task, to.fileName());
        }
        var address = to.address;
        if (address == null) {
            return new LetterDraft.Nothing("reminders.letter.refused.noAddress");
        }
        var asked = asked(to.task);
        return to.held || asked.isEmpty()
                ? new LetterDraft.Nothing("reminders.letter.refused.rests")
                : write(to, address, asked);
    }

    private LetterDraft write(Addressed to, PostalAddress address, List<Asked> asked) {
        var tenant = tenants.current();
        var brand = brands.current();
        var today = LocalDate.ofInstant(clock.now(), tenant.zone());
        var locale = to.locale == null ? tenant.locale() : to.locale;
        var writer = to.sender == null ? new Writer(brand.senderName(), blankToNull(brand.replyTo())) : to.sender;
        var said = words.reminder(
                to.tone,
                Situation.of(asked.getFirst().daysLate(today)),
                locale,
                writer,
                to.name,
                asked.stream().map(each -> each.said(today)).toList());
        var sheet = new LetterSheet(
                new InvoiceSheet.Brand(brand.name(), brand.accent(), null, List.of(), footer(brand)),
                locale,
                new LetterSheet.Envelope(sender(brand), rows(to.name, address, tenant)),
                new LetterSheet.Heading(
                        today,
                        to.number.equals(to.name) ? null : to.number,
                        writer.name(),
                        writer.replyTo(),
                        said.subject()),
                new LetterSheet.Text(said.before(), said.after()),
                new LetterSheet.Demand(asked.stream().map(Asked::item).toList(), totals(asked)),
                null);
        return new LetterDraft.Sheet(
                to.task,
                to.customer,
                to.fileName(),
                asked.stream().map(each -> new InvoiceId(each.id)).toList(),
                sheet,
                brand.logoSha256(),
                LetterPaper.contentHash(sheet, brand.logoSha256()));
    }

    private List<Asked> asked(TaskId task) {
        return jdbc.sql(ASKED_FOR)
                .params(task.value(), LetterSheet.MAX_ITEMS)
                .query((row, _) -> new Asked(
                        row.getObject("id", UUID.class),
                        new LetterSheet.Item(
                                row.getString("number"),
                                row.getObject("issued_on", LocalDate.class),
                                row.getObject("due_on", LocalDate.class),
                                Money.of(row.getLong("open"), row.getString("currency")))))
                .list();
    }

    private static List<Money> totals(List<Asked> asked) {
        var totals = new LinkedHashMap<Currency, Money>();
        asked.forEach(each -> totals.merge(each.item.open().currency(), each.item.open(), Money::plus));
        return List.copyOf(totals.values());
    }

    private static List<String> rows(String name, PostalAddress address, TenantProfile tenant) {
        var rows = new ArrayList<>(List.of(name));
        rows.addAll(address.rows(country(tenant), tenant.locale()));
        return rows;
    }

    /** ISO 3166, from the zone database; empty for zones of the sea and offsets. */
    private static String country(TenantProfile tenant) {
        try {
            var region = TimeZone.getRegion(tenant.zone().getId());
            return region.length() == 2 ? region : "";
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    /** The legal line tells name and address, the name sometimes not. */
    private static String sender(Brand brand) {
        var legal = String.join(
                " · ",
                footer(brand).stream().limit(SENDER_ROWS).map(String::strip).toList());
        return legal.toLowerCase(Locale.ROOT).contains(brand.name().toLowerCase(Locale.ROOT))
                ? legal
                : Stream.of(brand.name(), legal)
                        .filter(part -> !part.isEmpty())
                        .reduce((name, rest) -> name + " · " + rest)
                        .orElseThrow();
    }

    private static List<String> footer(Brand brand) {
        return brand.footer()
                .lines()
                .filter(row -> !row.isBlank())
                .limit(InvoiceSheet.Brand.MAX_FOOTER_ROWS)
                .toList();
    }

    private static Addressed addressed(ResultSet row, int number) throws SQLException {
        var sender = row.getString("sender_name");
        return new Addressed(
                new TaskId(row.getObject("id", UUID.class)),
                StepChannel.valueOf(row.getString("channel")),
                Tone.valueOf(row.getString("tone")),
                row.getBoolean("done"),
                sender == null ? null : new Writer(sender, row.getString("reply_to")),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                row.getString("number"),
                row.getString("name"),
                row.getString("locale") == null ? null : Locale.forLanguageTag(row.getString("locale")),
                row.getBoolean("held"),
                KeptTasks.address(row));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** @param sender null for the tenant's own name */
    private record Addressed(
            TaskId task,
            StepChannel channel,
            Tone tone,
            boolean done,
            @Nullable Writer sender,
            CustomerId customer,
            String number,
            String name,
            @Nullable Locale locale,
            boolean held,
            @Nullable PostalAddress address) {

        String fileName() {
            return "letter-" + number.replaceAll("[^A-Za-z0-9._-]+", "-");
        }
    }

    private record Asked(UUID id, LetterSheet.Item item) {

        long daysLate(LocalDate today) {
            return ChronoUnit.DAYS.between(item.dueOn(), today);
        }

        OpenInvoice said(LocalDate today) {
            return new OpenInvoice(item.number(), item.dueOn(), item.open(), (int) Math.max(0, daysLate(today)), null);
        }
    }
}
