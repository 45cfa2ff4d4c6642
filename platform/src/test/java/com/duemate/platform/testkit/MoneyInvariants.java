package com.duemate.platform.testkit;

import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.scope.Scope;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The twelve things that are true of a tenant's money at any moment. Run after every test that moves some. */
@Component
public class MoneyInvariants {

    /** Each statement finds what breaks the rule it is named by. */
    private static final Map<String, String> RULES = rules();

    private final World world;
    private final JdbcClient jdbc;

    MoneyInvariants(World world, JdbcClient jdbc) {
        this.world = world;
        this.jdbc = jdbc;
    }

    public void check(TenantId tenant) {
        var softly = new SoftAssertions();
        RULES.forEach((rule, offenders) -> softly.assertThat(world.inTransaction(
                        new Scope.Tenant(tenant),
                        () -> jdbc.sql(offenders).query().listOfRows()))
                .as(rule)
                .isEmpty());
        softly.assertAll();
    }

    /** The rules by name, for a connection of one tenant's scope: each statement finds what breaks its rule. */
    public static Map<String, String> statements() {
        return Collections.unmodifiableMap(RULES);
    }

    private static Map<String, String> rules() {
        var rules = new LinkedHashMap<String, String>();
        rules.put("1 debits equal credits in each transaction and currency", """
                select transaction_id, currency, sum(amount) from ledger.entry
                group by transaction_id, currency having sum(amount) <> 0""");
        rules.put("2 what is open on an invoice is the sum of its entries", """
                select i.id, i.open, sum(e.amount) from invoicing.invoice i
                left join ledger.entry e on e.invoice_id = i.id and e.account = 'RECEIVABLE'
                where i.status <> 'DRAFT' group by i.id, i.open having coalesce(sum(e.amount), 0) <> i.open""");
        rules.put("3 no entry stands alone", """
                select t.id, count(e.line) from ledger.transaction t left join ledger.entry e on e.transaction_id = t.id
                group by t.id having count(e.line) < 2
                union all select transaction_id, -1 from ledger.entry where transaction_id not in (select id from ledger.transaction)""");
        rules.put("4 an entry belongs to the tenant and customer of its invoice", """
                select e.transaction_id, e.line from ledger.entry e
                left join invoicing.invoice i on i.id = e.invoice_id and i.customer_id = e.customer_id
                left join invoicing.removed r on r.id = e.invoice_id and r.customer_id = e.customer_id
                where e.tenant_id <> scope.tenant_id() or (e.invoice_id is not null and i.id is null and r.id is null)
                union all
                select e.invoice_id, 0 from ledger.entry e join invoicing.removed r on r.id = e.invoice_id
                group by e.invoice_id, e.account having sum(e.amount) <> 0""");
        rules.put("5 an entry has the currency of its invoice", """
                select e.transaction_id, e.line from ledger.entry e join invoicing.invoice i on i.id = e.invoice_id
                where i.currency <> e.currency""");
        rules.put("6 each payment received is posted once, and nothing else is", """
                select p.id from payments.payment p left join ledger.transaction t
                  on t.source = 'payments.receipt' and t.external_id = p.id::text
                where p.received_at is not null group by p.id having count(t.id) <> 1
                union all select p.id from payments.payment p join ledger.transaction t
                  on t.source = 'payments.receipt' and t.external_id = p.id::text where p.received_at is null""");
        rules.put("7 open is total less what was applied, and surplus is kept apart", """
                select i.id from invoicing.invoice i left join payments.payment_invoice a on a.invoice_id = i.id
                where i.status in ('OPEN', 'PARTLY_PAID', 'PAID') and not exists (
                      select from ledger.entry e join ledger.transaction t on t.id = e.transaction_id
                      where e.invoice_id = i.id and t.source not like 'payments.%' and t.source not like 'invoicing.%')
                group by i.id, i.total, i.open
                having i.open <> i.total - coalesce(sum(a.applied), 0)
                   and exists (select from payments.payment_invoice x where x.invoice_id = i.id and x.applied > 0)
                union all
                select p.id from payments.payment p
                join ledger.transaction t on t.source = 'payments.receipt' and t.external_id = p.id::text
                where p.amount <> (select coalesce(sum(a.applied), 0) from payments.payment_invoice a where a.payment_id = p.id)
                                - (select coalesce(sum(e.amount), 0) from ledger.entry e
                                   where e.transaction_id = t.id and e.account = 'UNAPPLIED')
                   or p.amount <> (select sum(e.amount) from ledger.entry e where e.transaction_id = t.id and e.account = 'CASH')""");
        rules.put("8 where an invoice or a payment stands follows from its facts", """
                select i.id, i.status from invoicing.invoice i where i.status <> case
                    when i.status in ('DRAFT', 'VOID', 'WRITTEN_OFF') then i.status
                    when i.open = 0 then 'PAID' when i.open < i.total then 'PARTLY_PAID' else 'OPEN' end
                union all
                select p.id, p.status from payments.payment p
                where p.provider <> 'manual' and (p.status in ('RECEIVED', 'REFUNDED')) <> exists (
                      select from payments.fact f
                      where f.provider = p.provider and f.reference = p.reference and f.kind = 'SUCCEEDED')""");
        rules.put("9 nothing is reversed twice, and a reversal is the exact opposite", """
                select reverses, count(*) from ledger.transaction where reverses is not null
                group by reverses having count(*) > 1
                union all
                select r.id, 0 from ledger.transaction r where r.reverses is not null and exists (
                  (select account, customer_id, invoice_id, currency, -amount from ledger.entry where transaction_id = r.reverses)
                  except all
                  (select account, customer_id, invoice_id, currency, amount from ledger.entry where transaction_id = r.id))""");
        rules.put("10 a payment is pending or resolved, never both and never neither", """
                select p.id, p.status from payments.payment p left join payments.pending w on w.payment_id = p.id
                where p.provider <> 'manual' and case
                    when p.status in ('STARTED', 'IN_FLIGHT') then w.payment_id is null
                    when p.received_at is not null then w.payment_id is not null else false end""");
        rules.put("11 receipt numbers are unique and without gaps", """
                select receipt_number from (
                  select receipt_number, row_number() over (order by receipt_number) as n
                  from payments.payment where receipt_number is not null) r
                where receipt_number <> 'R-' || lpad(n::text, 6, '0')""");
        rules.put("12 at every past instant the books balance, and the last of them is today's", """
                select at, balance from (
                  select t.at, e.currency, sum(sum(e.amount)) over (partition by e.currency order by t.at) as balance
                  from ledger.entry e join ledger.transaction t on t.id = e.transaction_id group by t.at, e.currency) b
                where balance <> 0
                union all
                select null, b.receivable - i.open from
                  (select coalesce(sum(amount), 0) as receivable from ledger.entry where account = 'RECEIVABLE') b,
                  (select coalesce(sum(open), 0) as open from invoicing.invoice where status <> 'DRAFT') i
                where b.receivable <> i.open""");
        return rules;
    }
}
