package com.duemate.platform.payments.spi;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.payments.spi.ProviderFact.Kind;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.testkit.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What every adapter of a payment provider promises. An adapter's test extends it and says how the provider behaves. */
public abstract class PaymentProviderTck {

    private static final Money AMOUNT = Money.of(12_345, "EUR");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @Autowired
    protected World world;

    @Autowired
    protected ProviderAccounts accounts;

    protected TenantId tenant = new TenantId(new java.util.UUID(0, 0));
    protected CustomerId customer = new CustomerId(new java.util.UUID(0, 0));

    protected abstract PaymentProvider provider();

    protected abstract Webhooks webhooks();

    /** Bytes the provider would send about a checkout. */
    protected abstract byte[] notice(String id, Kind kind, String reference, Money amount, Instant at);

    /** Headers the provider would send with the bytes. */
    protected abstract Map<String, String> headers(ProviderAccount account, byte[] body, Instant at);

    @BeforeEach
    void aTenantWithACustomer() {
        tenant = world.aTenant();
        customer = world.aCustomer(tenant);
    }

    @Test
    void theSameKeyIsTheSameCheckoutAndAnotherKeyAnother() {
        var first = open("a");
        assertThat(open("a")).isEqualTo(first);
        assertThat(open("b").reference()).isNotEqualTo(first.reference());
        assertThat(first.url()).startsWith("http");
    }

    @Test
    void anUntouchedCheckoutBringsNoMoney() {
        var opened = open("a");
        assertThat(world.in(tenant, () -> provider().ask(account(), opened.reference())))
                .extracting(ProviderFact::kind)
                .doesNotContain(Kind.SUCCEEDED, Kind.PROCESSING);
    }

    @Test
    void namesItsWebhooksAsItself() {
        assertThat(webhooks().provider()).isEqualTo(provider().name());
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"PROCESSING", "SUCCEEDED", "DECLINED"})
    void readsWhatItSaysTheSameEachTime(Kind kind) {
        var body = notice("n1", kind, "ref-1", AMOUNT, NOW);
        var told = (Notice.Told) webhooks().read(body);
        assertThat(told.facts()).singleElement().satisfies(fact -> {
            assertThat(fact.kind()).isEqualTo(kind);
            assertThat(fact.reference()).isEqualTo("ref-1");
            assertThat(fact.amount()).isEqualTo(AMOUNT);
        });
        assertThat(webhooks().read(body)).isEqualTo(told);
    }

    @Test
    void aGenuineNoticeIsGenuineOnlyUnchangedFromItsAccountAndLately() {
        var account = account();
        var body = notice("n1", Kind.SUCCEEDED, "ref-1", AMOUNT, NOW);
        var headers = headers(account, body, NOW);
        var changed = body.clone();
        changed[changed.length / 2] ^= 1;
        var stranger = new ProviderAccount(account.id(), account.provider(), account.endpoint(), "x".repeat(43));

        assertThat(genuine(account, body, headers, NOW)).isTrue();
        assertThat(genuine(account, body, headers, NOW.plus(Duration.ofMinutes(4))))
                .isTrue();
        assertThat(genuine(account, changed, headers, NOW)).isFalse();
        assertThat(genuine(stranger, body, headers, NOW)).isFalse();
        assertThat(genuine(account, body, headers, NOW.plus(Duration.ofMinutes(6))))
                .isFalse();
        assertThat(genuine(account, body, headers, NOW.minus(Duration.ofMinutes(6))))
                .isFalse();
        assertThat(webhooks().genuine(account, body, _ -> List.of(), NOW)).isFalse();
    }

    @Test
    void aSignatureThatIsThereTwiceIsRefused() {
        var account = account();
        var body = notice("n1", Kind.SUCCEEDED, "ref-1", AMOUNT, NOW);
        var headers = headers(account, body, NOW);
        Function<String, List<String>> twice = name -> valuesOf(headers, name).stream()
                .flatMap(v -> List.of(v, v).stream())
                .toList();
        assertThat(webhooks().genuine(account, body, twice, NOW)).isFalse();
    }

    @Test
    void whatCannotBeReadIsSaidAndNeverThrown() {
        for (var text : List.of("", "{", "[]", "null", "1", "\"x\"", "{}", "{\"id\":1}", "{\"id\":null}", "\u0000")) {
            assertThat(webhooks().read(text.getBytes(StandardCharsets.UTF_8)))
                    .as(text)
                    .isInstanceOf(Notice.Unreadable.class);
        }
        var whole = new String(notice("n1", Kind.SUCCEEDED, "ref-1", AMOUNT, NOW), StandardCharsets.UTF_8);
        for (int end = 1; end < whole.length(); end++) {
            assertThat(webhooks().read(whole.substring(0, end).getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(Notice.Unreadable.class);
        }
    }

    protected final ProviderAccount account() {
        return world.in(tenant, () -> accounts.of(provider().name()));
    }

    protected final OpenedCheckout open(String key) {
        var account = account();
        var order = new CheckoutOrder(
                key, customer, AMOUNT, "Invoice 1042", Locale.ENGLISH, "https://pay.example/p/x/paid/y", NOW);
        return world.inTransaction(new Scope.Tenant(tenant), () -> provider().open(account, order));
    }

    private boolean genuine(ProviderAccount account, byte[] body, Map<String, String> headers, Instant now) {
        return webhooks().genuine(account, body, name -> valuesOf(headers, name), now);
    }

    private static List<String> valuesOf(Map<String, String> headers, String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .toList();
    }
}
