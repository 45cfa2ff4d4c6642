package com.duemate.platform.payments.sandbox;

import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.payments.PaymentDoor.Purpose;
import com.duemate.platform.payments.spi.CheckoutOrder;
import com.duemate.platform.payments.spi.OpenedCheckout;
import com.duemate.platform.payments.spi.PaymentProvider;
import com.duemate.platform.payments.spi.ProviderAccount;
import com.duemate.platform.payments.spi.ProviderFact;
import com.duemate.platform.scope.HandleKind;
import com.duemate.platform.scope.Handles;
import com.duemate.platform.tenancy.Tenants;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
@OnSandbox
class SandboxProvider implements PaymentProvider {

    static final String NAME = "sandbox";

    private static final Duration PAGE_LIVES = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Handles handles;
    private final Tenants tenants;
    private final BusinessClock clock;

    SandboxProvider(JdbcClient jdbc, Handles handles, Tenants tenants, BusinessClock clock) {
        this.jdbc = jdbc;
        this.handles = handles;
        this.tenants = tenants;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public OpenedCheckout open(ProviderAccount account, CheckoutOrder order) {
        var known = find(order.key());
        if (known.isPresent()) {
            return known.get();
        }
        var id = Ids.next();
        var secret = SandboxSignature.derive(account.secret(), "session|" + order.key());
        var url = tenants.current().portalUrl() + "/sandbox/checkout/" + secret;
        int added = jdbc.sql("""
                        insert into payments.sandbox_session (id, customer_id, key, url, return_url, currency, amount, description,
                                                              locale, opened_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (tenant_id, key) do nothing""")
                .params(id, order.customer().value(), order.key(), url, order.returnUrl())
                .params(order.amount().currencyCode(), order.amount().minor(), order.description())
                .params(order.locale().toLanguageTag(), order.at().atOffset(ZoneOffset.UTC))
                .param(order.at().plus(PAGE_LIVES).atOffset(ZoneOffset.UTC))
                .update();
        if (added == 0) {
            return find(order.key()).orElseThrow();
        }
        handles.register(
                HandleKind.PAYMENT_LINK,
                secret,
                id,
                new Handles.Registration(order.customer(), Purpose.SANDBOX.name(), null));
        return new OpenedCheckout(id.toString(), url);
    }

    private Optional<OpenedCheckout> find(String key) {
        return jdbc.sql("select id, url from payments.sandbox_session where key = ?")
                .param(key)
                .query((row, _) -> new OpenedCheckout(row.getString("id"), row.getString("url")))
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public List<ProviderFact> ask(ProviderAccount account, String reference) {
        var session = UUID.fromString(reference);
        var now = clock.now().atOffset(ZoneOffset.UTC);
        var facts = new ArrayList<>(jdbc
                .sql(SandboxDeliveries.SELECT + "where d.session_id = ? and d.due_at <= ?")
                .params(session, now)
                .query(SandboxDeliveries::notice)
                .stream()
                .map(SandboxWebhooks::fact)
                .toList());
        jdbc.sql("""
                        select amount, currency, expires_at from payments.sandbox_session
                        where id = ? and not finished and expires_at <= ?""")
                .params(session, now)
                .query((row, _) -> new ProviderFact(
                        "exp_" + reference,
                        reference,
                        ProviderFact.Kind.EXPIRED,
                        Money.of(row.getLong("amount"), row.getString("currency")),
                        "card",
                        row.getObject("expires_at", java.time.OffsetDateTime.class)
                                .toInstant()))
                .optional()
                .ifPresent(facts::add);
        return facts;
    }
}
