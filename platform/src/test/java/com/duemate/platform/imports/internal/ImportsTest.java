package com.duemate.platform.imports.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.imports.ImportDetails;
import com.duemate.platform.imports.ImportField;
import com.duemate.platform.imports.ImportId;
import com.duemate.platform.imports.ImportRow;
import com.duemate.platform.imports.ImportState;
import com.duemate.platform.imports.Imports;
import com.duemate.platform.imports.Imports.RowQuery;
import com.duemate.platform.imports.RowVerdict;
import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.InvoiceStatus;
import com.duemate.platform.invoicing.InvoiceSummary;
import com.duemate.platform.invoicing.Invoices;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.payments.Payments;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.testkit.MoneyInvariants;
import com.duemate.platform.testkit.PlatformTest;
import com.duemate.platform.testkit.SettableClock;
import com.duemate.platform.testkit.World;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class ImportsTest {

    private final World world;
    private final Imports imports;
    private final Invoices invoices;
    private final Payments payments;
    private final MoneyInvariants money;
    private final JdbcClient jdbc;

    private final TenantId tenant;
    private final ImportDesk desk;

    ImportsTest(
            @Autowired World world,
            @Autowired Imports imports,
            @Autowired Invoices invoices,
            @Autowired Payments payments,
            @Autowired MoneyInvariants money,
            @Autowired JdbcClient jdbc) {
        this.world = world;
        this.imports = imports;
        this.invoices = invoices;
        this.payments = payments;
        this.money = money;
        this.jdbc = jdbc;
        this.tenant = world.aTenant();
        this.desk = new ImportDesk(world, imports, tenant);
    }

    @Test
    void stagesWithoutChangingAnythingAndTakesOverOnCommit() {
        var staged = desk.staged("""
                C1,Larkin,larkin@example.com,A-1,2026-01-10,2045-02-09,100.00,
                C1,Larkin,,A-2,2026-01-20,,250.50,2026-02-01
                C2,Mills,,A-3,2026-02-01,2045-03-03,80,
                """);

        assertThat(staged.state()).isEqualTo(ImportState.READY);
        assertThat(staged.counts().rows()).isEqualTo(3);
        assertThat(staged.counts().created()).isEqualTo(3);
        assertThat(staged.counts().customersCreated()).isEqualTo(2);
        assertThat(count("invoicing.invoice")).isZero();
        assertThat(count("customers.customer")).isZero();

        var committed = desk.committed(staged.id());

        assertThat(committed.counts()).isEqualTo(staged.counts());
        var second = invoice("A-2");
        assertThat(second.status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(second.paidOn()).isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(second.dueOn()).isEqualTo(LocalDate.of(2026, 2, 19));
        assertThat(second.total()).isEqualTo(Money.of(25_050, "EUR"));
        assertThat(invoice("A-1").status()).isEqualTo(InvoiceStatus.OPEN);
        assertThat(issuedEvents()).containsExactlyInAnyOrder("A-1", "A-3");
        money.check(tenant);
    }

    @Test
    void theSameFileAgainChangesNothing() {
        var rows = """
                C1,Larkin,larkin@example.com,A-1,2026-01-10,2045-02-09,100.00,
                C2,Mills,,A-3,2026-02-01,2045-03-03,80,2026-02-20
                """;
        desk.committed(rows);
        var before = invoice("A-1");

        var again = desk.committed(rows);

        assertThat(again.counts().unchanged()).isEqualTo(2);
        assertThat(again.counts().created() + again.counts().updated()).isZero();
        assertThat(again.counts().customersCreated() + again.counts().customersUpdated())
                .isZero();
        assertThat(invoice("A-1")).isEqualTo(before);
        assertThat(count("ledger.transaction")).isEqualTo(3);
        assertThat(count("invoicing.version")).isZero();
        assertThat(desk.undone(again.id()).undo().removed()).isZero();
        assertThat(count("invoicing.invoice")).isEqualTo(2);
    }

    @Test
    void aSettledDateThatAppearsLaterPaysTheOpenInvoiceAndUndoOpensItAgain() {
        var first = desk.committed("""
                C1,Larkin,,A-1,2026-01-10,2045-02-09,100.00,
                C1,Larkin,,A-2,2026-01-10,2045-02-09,40.00,
                """);
        var later = desk.committed("""
                C1,Larkin,,A-1,2026-01-10,2045-02-09,100.00,2026-02-20
                C1,Larkin,,A-2,2026-01-10,2045-02-09,40.00,
                """);

        world.untilQuiet();
        assertThat(count("reminders.plan")).isEqualTo(2);
        assertThat(later.counts().updated()).isEqualTo(1);
        assertThat(later.counts().unchanged()).isEqualTo(1);
        assertThat(invoice("A-1").status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(rows(later.id(), RowVerdict.CHANGED).getFirst().changes())
                .containsExactly(new ImportRow.Change(ImportField.PAID_AMOUNT, "0.00 EUR", "100.00 EUR"));
        money.check(tenant);

        assertThat(desk.undone(later.id()).undo().restored()).isEqualTo(1);
        assertThat(invoice("A-1").status()).isEqualTo(InvoiceStatus.OPEN);
        assertThat(invoice("A-1").paidOn()).isNull();
        money.check(tenant);

        var undone = desk.undone(first.id()).undo();
        assertThat(undone.removed()).isEqualTo(3);
        assertThat(undone.kept()).isZero();
        nothingIsLeft();
    }

    @Test
    void changesWhatNobodyPaidOnKeepingTheVersionAndUndoRestoresIt() {
        var first = desk.committed("C1,Larkin,old@example.com,A-1,2026-01-10,2045-02-09,100.00,\n");
        var second = desk.committed("C1,Larkin Ltd,new@example.com,A-1,2026-01-10,2045-02-20,120.00,\n");

        assertThat(second.counts().updated()).isEqualTo(1);
        assertThat(second.counts().customersUpdated()).isEqualTo(1);
        assertThat(rows(second.id(), RowVerdict.CHANGED).getFirst().changes())
                .containsExactly(
                        new ImportRow.Change(ImportField.DUE_ON, "2045-02-09", "2045-02-20"),
                        new ImportRow.Change(ImportField.AMOUNT, "100.00 EUR", "120.00 EUR"),
                        new ImportRow.Change(ImportField.CUSTOMER_NAME, "Larkin", "Larkin Ltd"),
                        new ImportRow.Change(ImportField.CUSTOMER_EMAIL, "old@example.com", "new@example.com"));
        assertThat(invoice("A-1").total()).isEqualTo(Money.of(12_000, "EUR"));
        assertThat(details("A-1").lines().getFirst().totalMinor()).isEqualTo(12_000);
        assertThat(count("invoicing.version")).isEqualTo(1);
        money.check(tenant);

        assertThat(desk.undone(second.id()).undo().restored()).isEqualTo(2);
        assertThat(invoice("A-1").total()).isEqualTo(Money.of(10_000, "EUR"));
        assertThat(invoice("A-1").dueOn()).isEqualTo(LocalDate.of(2045, 2, 9));
        assertThat(invoice("A-1").customerName()).isEqualTo("Larkin");
        assertThat(details("A-1").lines().getFirst().totalMinor()).isEqualTo(10_000);
        money.check(tenant);

        desk.undone(first.id());
        nothingIsLeft();
    }

    @Test
    void undoKeepsWhatSomebodyPaidOnOrEditedAndSaysWhy() {
        var done = desk.committed("""
                C1,Larkin,,A-1,2026-01-10,2045-02-09,100.00,
                C1,Larkin,,A-2,2026-01-10,2045-02-09,40.00,
                C2,Mills,,A-3,2026-01-10,2045-02-09,30.00,
                C3,Quist,,A-4,2026-01-10,2045-02-09,20.00,
                """);
        var paid = invoice("A-1");
        world.in(
                tenant,
                () -> payments.record(new Payments.ManualPayment(
                        "transfer-1",
                        paid.customer(),
                        Money.of(1_000, "EUR"),
                        List.of(paid.id()),
                        SettableClock.START,
                        "bank")));
        world.in(tenant, () -> invoices.voidInvoice(invoice("A-3").id(), "issued in error"));

        var undone = desk.undone(done.id());

        assertThat(world.in(tenant, () -> imports.kept(done.id(), 10, null)).items())
                .extracting(kept -> kept.kind() + " " + kept.number() + " " + kept.reason())
                .containsExactlyInAnyOrder(
                        "INVOICE A-1 invoicing.kept.paid",
                        "INVOICE A-3 invoicing.kept.edited",
                        "CUSTOMER C1 customers.kept.inUse",
                        "CUSTOMER C2 customers.kept.inUse");
        assertThat(undone.undo()).isEqualTo(new ImportDetails.Undo(3, 0, 4));
        assertThat(numbers()).containsExactlyInAnyOrder("A-1", "A-3");
        money.check(tenant);
        assertThat(world.in(tenant, () -> imports.undo(done.id()))).isInstanceOf(Imports.Outcome.Accepted.class);
        assertThat(world.in(tenant, () -> imports.commit(done.id()))).isInstanceOf(Imports.Outcome.Refused.class);
    }

    @Test
    void refusesBadRowsAndTakesTheRest() throws IOException {
        desk.committed("""
                C1,Larkin,,A-0,2026-01-10,2045-02-09,100.00,
                C1,Larkin,,A-1,2026-01-10,2045-02-09,100.00,
                """);
        var zero = invoice("A-0");
        world.in(
                tenant,
                () -> payments.record(new Payments.ManualPayment(
                        "transfer-2",
                        zero.customer(),
                        Money.of(1_000, "EUR"),
                        List.of(zero.id()),
                        SettableClock.START,
                        "bank")));

        var staged = desk.staged("""
                C1,Larkin,,A-0,2026-01-10,2045-02-09,90.00,
                C2,Mills,,A-1,2026-01-10,2045-02-09,100.00,
                C2,Mills,not an address,A-2,2026-01-10,2045-02-09,50.00,
                C2,Mills,,A-3,2026-13-45,2045-02-09,50.00,
                C2,=1+1,,A-4,2026-01-10,2045-02-09,-50.00,
                C2,Mills,,A-5,2026-01-10,2045-02-09,50.00,
                """);

        assertThat(staged.counts().rejected()).isEqualTo(5);
        assertThat(desk.errors(staged.id()))
                .containsExactly(
                        "2 AMOUNT invoicing.refused.alreadyPaidOn",
                        "3 INVOICE_NUMBER invoicing.refused.numberOfOther",
                        "4 CUSTOMER_EMAIL imports.reason.email-unreadable",
                        "5 ISSUED_ON imports.reason.date-does-not-exist",
                        "6 CUSTOMER_NAME imports.reason.formula",
                        "6 AMOUNT imports.reason.amount-negative");
        var committed = desk.committed(staged.id());
        assertThat(committed.counts().created()).isEqualTo(1);
        assertThat(numbers()).containsExactlyInAnyOrder("A-0", "A-1", "A-5");
        money.check(tenant);

        var csv = refused(staged.id());
        assertThat(csv.lines().findFirst().orElseThrow())
                .startsWith("\uFEFFCustomer no,Customer,")
                .endsWith("Row in the file,Why it was refused");
        assertThat(csv.lines().filter(line -> line.contains("A-4")))
                .singleElement()
                .asString()
                .startsWith("C2,'=1+1,,A-4,2026-01-10,2045-02-09,-50.00,,6,");
        var corrected = csv.replace("not an address", "mills@example.com");
        var again = desk.settled(desk.start(ImportDesk.bytes(corrected), false, Map.of()));
        assertThat(again.counts().created()).isEqualTo(1);
        assertThat(again.counts().rejected()).isEqualTo(4);
    }

    @Test
    void aTrialRunStopsAtReadyAndCannotBeCommitted() {
        var id = desk.start(
                ImportDesk.bytes(ImportDesk.HEADER + "C1,Larkin,,A-1,2026-01-10,2045-02-09,100.00,\n"), true, Map.of());

        assertThat(desk.settled(id).state()).isEqualTo(ImportState.READY);
        assertThat(world.in(tenant, () -> imports.commit(id)))
                .isEqualTo(new Imports.Outcome.Refused("imports.refused.dryRun"));
        assertThat(count("invoicing.invoice")).isZero();
    }

    @Test
    void askForColumnsThatWereNotFoundAndStagesAnewWithThem() {
        var id = desk.start(
                ImportDesk.bytes("Invoice no,Wann,Amount,Wer\nA-1,2026-03-01,100.00,Larkin\n"), false, Map.of());
        var failed = desk.settled(id);
        assertThat(failed.state()).isEqualTo(ImportState.FAILED);
        assertThat(failed.failure()).isEqualTo("imports.failure.mapping");
        assertThat(failed.missing()).contains(ImportField.CUSTOMER_NUMBER);

        world.in(
                tenant,
                () -> imports.remap(id, Map.of("Wer", ImportField.CUSTOMER_NAME, "Wann", ImportField.ISSUED_ON)));

        assertThat(desk.settled(id).state()).isEqualTo(ImportState.READY);
        assertThat(desk.committed(id).counts().created()).isEqualTo(1);
        assertThat(invoice("A-1").customerName()).isEqualTo("Larkin");
    }

    @Test
    void aFileThatIsNoTableSaysSo() {
        var id = desk.start(ImportDesk.bytes("%PDF-1.7 something"), false, Map.of());

        assertThat(desk.settled(id).failure()).isEqualTo("imports.reason.not-a-table");
    }

    @Test
    void customersAloneAreAddedAndUpdatedAndTakenBack() {
        var header = "Customer no,Customer,E-mail,Language\n";
        var first = desk.settled(
                desk.start(ImportDesk.bytes(header + "C1,Larkin,a@example.com,de\nC2,Mills,,\n"), false, Map.of()));
        assertThat(first.counts().customersCreated()).isEqualTo(2);
        assertThat(first.counts().created()).isZero();
        desk.committed(first.id());

        var second = desk.settled(desk.start(
                ImportDesk.bytes(header + "C1,Larkin,b@example.com,\nC2,Mills,,\nC3,Quist,,\n"), false, Map.of()));
        assertThat(rows(second.id(), RowVerdict.CHANGED)).hasSize(1);
        desk.committed(second.id());
        assertThat(emailOf("C1")).isEqualTo("b@example.com");

        desk.undone(second.id());
        assertThat(emailOf("C1")).isEqualTo("a@example.com");
        assertThat(count("customers.customer")).isEqualTo(2);
        desk.undone(first.id());
        assertThat(count("customers.customer")).isZero();
    }

    @Test
    void anotherTenantSeesNothingAndMayUseTheSameNumbers() {
        var rows = "C1,Larkin,,A-1,2026-01-10,2045-02-09,100.00,\n";
        var mine = desk.committed(rows);
        var other = new ImportDesk(world, imports, world.aTenant());

        assertThat(world.in(other.tenant(), () -> imports.find(mine.id()))).isEmpty();
        assertThat(world.in(other.tenant(), () -> imports.rows(mine.id(), new RowQuery(null, 10, null)))
                        .items())
                .isEmpty();
        assertThat(world.in(other.tenant(), () -> imports.undo(mine.id()))).isInstanceOf(Imports.Outcome.Unknown.class);
        assertThat(other.committed(rows).counts().created()).isEqualTo(1);
        assertThat(count("invoicing.invoice")).isEqualTo(1);
    }

    @Test
    void listsRowsByVerdictPageByPage() {
        var staged = desk.staged("""
                C1,Larkin,,A-1,2026-01-10,2045-02-09,100.00,
                C1,Larkin,,A-2,2026-01-10,2045-02-09,bad,
                C1,Larkin,,A-3,2026-01-10,2045-02-09,100.00,
                """);

        var page = world.in(tenant, () -> imports.rows(staged.id(), new RowQuery(RowVerdict.NEW, 1, null)));
        assertThat(page.items()).extracting(ImportRow::row).containsExactly(2L);
        var next = world.in(tenant, () -> imports.rows(staged.id(), new RowQuery(RowVerdict.NEW, 1, page.next())));
        assertThat(next.items()).extracting(ImportRow::row).containsExactly(4L);
        assertThat(next.next()).isNull();
        assertThat(rows(staged.id(), RowVerdict.REFUSED)).hasSize(1);
        assertThat(world.in(tenant, () -> imports.list(List.of(), 10, null)).items())
                .hasSize(1);
    }

    private List<ImportRow> rows(ImportId id, RowVerdict verdict) {
        return world.in(tenant, () -> imports.rows(id, new RowQuery(verdict, 100, null)))
                .items();
    }

    private String refused(ImportId id) {
        var out = new ByteArrayOutputStream();
        world.in(tenant, () -> {
            try {
                imports.writeRefused(id, Locale.ENGLISH, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return true;
        });
        return out.toString(StandardCharsets.UTF_8);
    }

    private InvoiceSummary invoice(String number) {
        return all().stream()
                .filter(invoice -> invoice.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private com.duemate.platform.invoicing.InvoiceDetails details(String number) {
        var id = new InvoiceId(invoice(number).id().value());
        return world.in(tenant, () -> invoices.find(id)).orElseThrow();
    }

    private List<InvoiceSummary> all() {
        return world.in(tenant, () -> invoices.list(Invoices.InvoiceQuery.all(100)))
                .items();
    }

    private List<String> numbers() {
        return all().stream().map(InvoiceSummary::number).toList();
    }

    private String emailOf(String number) {
        return inTransaction(
                "select email from customers.customer where number = '%s'".formatted(number), String.class);
    }

    private List<String> issuedEvents() {
        return world.inTransaction(
                new Scope.Tenant(tenant),
                () -> jdbc.sql("""
                        select i.number from messaging.outbox o
                        cross join jsonb_array_elements_text(o.payload -> 'invoices') as e(id)
                        join invoicing.invoice i on i.id = e.id::uuid
                        where o.name = 'invoicing.InvoicesIssued.v1'""").query(String.class).list());
    }

    private void nothingIsLeft() {
        assertThat(count("invoicing.invoice")).isZero();
        assertThat(count("invoicing.line")).isZero();
        assertThat(count("invoicing.intake")).isZero();
        world.untilQuiet();
        assertThat(count("reminders.plan")).isZero();
        assertThat(count("reminders.scheduled_step")).isZero();
        assertThat(count("customers.customer")).isZero();
        assertThat(inTransaction(
                        "select count(*) from (select from ledger.entry group by account, invoice_id having sum(amount) <> 0) x",
                        Long.class))
                .isZero();
        money.check(tenant);
    }

    private long count(String table) {
        return inTransaction("select count(*) from " + table, Long.class);
    }

    private <T> T inTransaction(String sql, Class<T> type) {
        return Objects.requireNonNull(world.inTransaction(
                new Scope.Tenant(tenant), () -> jdbc.sql(sql).query(type).single()));
    }
}
