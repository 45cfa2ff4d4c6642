package com.duemate.platform.imports.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.duemate.platform.imports.ImportDetails;
import com.duemate.platform.imports.ImportState;
import com.duemate.platform.imports.Imports;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.scope.Backstage;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.testkit.MoneyInvariants;
import com.duemate.platform.testkit.PlatformTest;
import com.duemate.platform.testkit.World;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Real and large files, through the login of the application. */
@PlatformTest
class LongImportsTest {

    private static final long MOST_HELD = 96L << 20;

    private final World world;
    private final Imports imports;
    private final MoneyInvariants money;
    private final JdbcClient jdbc;
    private final ImportWork work;
    private final ImportWorker worker;
    private final TenantId tenant;
    private final ImportDesk desk;

    LongImportsTest(
            @Autowired World world,
            @Autowired Imports imports,
            @Autowired MoneyInvariants money,
            @Autowired JdbcClient jdbc,
            @Autowired ImportWork work,
            @Autowired ImportWorker worker) {
        this.world = world;
        this.imports = imports;
        this.money = money;
        this.jdbc = jdbc;
        this.work = work;
        this.worker = worker;
        this.tenant = world.aTenant();
        this.desk = new ImportDesk(world, imports, tenant);
    }

    @Test
    void theSampleBecomesPaidInvoicesOnceAndLeavesNothingWhenUndone() {
        var data = Tables.sharedData();
        assumeTrue(data.isPresent(), "no folder shared/data above this checkout: the sample is not imported");
        var file = data.orElseThrow().resolve("ibm-accounts-receivable.csv");
        long start = System.nanoTime();
        var staged = desk.staged(file);
        long read = System.nanoTime();
        var done = desk.committed(staged.id());
        long taken = System.nanoTime();

        assertThat(done.counts().created()).isEqualTo(2_466);
        assertThat(done.counts().customersCreated()).isEqualTo(100);
        assertThat(sum("select sum(total) from invoicing.invoice where currency = 'EUR'"))
                .isEqualTo(14_770_318);
        assertThat(sum("select count(*) from invoicing.invoice where status <> 'PAID' or open <> 0"))
                .isZero();
        money.check(tenant);

        var again = desk.committed(desk.staged(file).id());
        assertThat(again.counts().unchanged()).isEqualTo(2_466);
        assertThat(again.counts().created()
                        + again.counts().updated()
                        + again.counts().rejected())
                .isZero();

        long undo = System.nanoTime();
        var undone = desk.undone(done.id());
        long gone = System.nanoTime();
        assertThat(undone.undo()).isEqualTo(new ImportDetails.Undo(2_566, 0, 0));
        assertThat(sum("select count(*) from invoicing.invoice")).isZero();
        assertThat(sum("select count(*) from customers.customer")).isZero();
        assertThat(sum("select count(*) from (select from ledger.entry group by account having sum(amount) <> 0) x"))
                .isZero();
        money.check(tenant);
        System.out.printf(
                "sample: 2,466 rows staged in %.1f s, committed in %.1f s, undone in %.1f s%n",
                (read - start) / 1e9, (taken - read) / 1e9, (gone - undo) / 1e9);
    }

    @Test
    void aHundredThousandRowsAreStagedInFlatMemory(@TempDir Path folder) throws IOException {
        var file = table(folder, 100_000);
        long before = live();
        long start = System.nanoTime();
        var staged = desk.staged(file);
        double seconds = (System.nanoTime() - start) / 1e9;
        long held = live() - before;
        System.out.printf(
                "100,000 rows staged in %.1f s (%,.0f/s), held %,d kB%n", seconds, 100_000 / seconds, held >> 10);

        assertThat(staged.counts().created()).isEqualTo(100_000);
        assertThat(staged.counts().customersCreated()).isEqualTo(5_000);
        assertThat(held).isLessThan(MOST_HELD);
    }

    @Test
    void tenThousandRowsArePaidOrOwedWithTheirHistoryInTheJournal(@TempDir Path folder) throws IOException {
        var staged = desk.staged(table(folder, 10_000));
        long start = System.nanoTime();
        var done = desk.committed(staged.id());
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("10,000 rows committed in %.1f s (%,.0f/s)%n", seconds, 10_000 / seconds);

        assertThat(done.counts().created()).isEqualTo(10_000);
        assertThat(sum("select count(*) from invoicing.invoice where status = 'PAID'"))
                .isEqualTo(3_334);
        assertThat(sum("select sum(total) - sum(open) from invoicing.invoice"))
                .isEqualTo(sum("select sum(amount) from ledger.entry where account = 'CASH'"));
        assertThat(sum("select count(*) from ledger.entry")).isEqualTo(2 * (10_000 + 3_334));
    }

    private static Path table(Path folder, int rows) throws IOException {
        var file = folder.resolve("long.csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write(ImportDesk.HEADER);
            for (int i = 0; i < rows; i++) {
                out.write("C-%d,Customer %d,c%d@example.com,INV-%d,2026-01-13,2045-02-12,%d.50,%s%n"
                        .formatted(i % 5_000, i % 5_000, i % 5_000, i, i % 900, i % 3 == 0 ? "2026-02-20" : ""));
            }
        }
        return file;
    }

    /** The worker dies between two batches, and another one finds the import when its lease has run out. */
    @Test
    void goesOnWhereItWasLeftAfterACrash() {
        var rows = new StringBuilder(ImportDesk.HEADER);
        for (int i = 0; i < 12_000; i++) {
            rows.append("C-%d,Customer %d,,INV-%d,2026-01-13,2045-02-12,10.00,\n".formatted(i % 100, i % 100, i));
        }
        var ticker = worker.importTicker();
        ticker.stop();
        try {
            var id = desk.start(ImportDesk.bytes(rows.toString()), false, Map.of());
            twoSteps(id.value());
            assertThat(desk.find(id).counts().rows()).isEqualTo(10_000);
            assertThat(Objects.requireNonNull(desk.find(id).progress()).percent())
                    .isEqualTo(83);
            ticker.start();
            assertThat(desk.settled(id).counts().created()).isEqualTo(12_000);
            ticker.stop();

            world.in(tenant, () -> imports.commit(id));
            twoSteps(id.value());
            assertThat(desk.find(id).state()).isEqualTo(ImportState.COMMITTING);
            assertThat(sum("select count(*) from invoicing.invoice")).isEqualTo(2_000);
            ticker.start();
            assertThat(desk.settled(id).state()).isEqualTo(ImportState.COMMITTED);
            ticker.stop();
            assertThat(sum("select count(*) from invoicing.invoice")).isEqualTo(12_000);
            assertThat(sum("select sum(amount) from ledger.entry where account = 'RECEIVABLE'"))
                    .isEqualTo(12_000_000);

            world.in(tenant, () -> imports.undo(id));
            twoSteps(id.value());
            assertThat(sum("select count(*) from invoicing.invoice")).isEqualTo(8_000);
            ticker.start();
            assertThat(desk.settled(id).state()).isEqualTo(ImportState.UNDONE);
            assertThat(sum("select count(*) from invoicing.invoice")).isZero();
            money.check(tenant);
        } finally {
            if (!ticker.isRunning()) {
                ticker.start();
            }
        }
    }

    /** Claims the import, takes two steps and is never heard of again; its lease runs out at once. */
    private void twoSteps(java.util.UUID id) {
        var claim = Backstage.call(new Scope.Engine(), work::claim).orElseThrow();
        assertThat(claim.id()).isEqualTo(id);
        world.in(tenant, () -> {
            try (var desk = new ImportWork.Desk()) {
                assertThat(work.step(claim, desk)).isTrue();
                assertThat(work.step(claim, desk)).isTrue();
            }
            return true;
        });
        world.inTransaction(new Scope.Tenant(tenant), () -> jdbc.sql(
                        "update imports.import set leased_until = '-infinity' where id = ?")
                .param(id)
                .update());
    }

    private long sum(String sql) {
        return Objects.requireNonNull(world.inTransaction(
                new Scope.Tenant(tenant), () -> jdbc.sql(sql).query(Long.class).single()));
    }

    private static long live() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
