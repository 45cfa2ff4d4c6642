package com.duemate.platform.payments.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duemate.platform.kernel.Ids;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.scope.Scopes;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SealTest {

    private static final String KEY = "dGVzdHMtb25seS10ZXN0cy1vbmx5LXRlc3RzLW9ubHk=";

    private final Seal seal = new Seal(new PaymentSettings(KEY));
    private final TenantId a = new TenantId(Ids.next());
    private final TenantId b = new TenantId(Ids.next());

    @Test
    void opensOnlyWhereItWasSealed() {
        var row = Ids.next();
        var sealed = in(a, () -> seal.seal("secret", row, "hush"));

        assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("hush");
        assertThat(in(a, () -> seal.open("secret", row, sealed))).isEqualTo("hush");
        assertThatThrownBy(() -> in(b, () -> seal.open("secret", row, sealed))).hasMessageContaining("does not open");
        assertThatThrownBy(() -> in(a, () -> seal.open("endpoint", row, sealed)))
                .hasMessageContaining("does not open");
        assertThatThrownBy(() -> in(a, () -> seal.open("secret", Ids.next(), sealed)))
                .hasMessageContaining("does not open");
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> in(a, () -> seal.open("secret", row, sealed))).hasMessageContaining("does not open");
    }

    @Test
    void derivesTheSameSecretForTheSameLabelAndTenantOnly() {
        var secret = in(a, () -> seal.derived("x"));
        assertThat(Secrets.wellFormed(secret)).isTrue();
        assertThat(in(a, () -> seal.derived("x"))).isEqualTo(secret);
        assertThat(in(a, () -> seal.derived("y"))).isNotEqualTo(secret);
        assertThat(in(b, () -> seal.derived("x"))).isNotEqualTo(secret);
    }

    @Test
    void refusesToWorkWithoutAKey() {
        assertThatThrownBy(() -> new Seal(new PaymentSettings("")))
                .hasMessageStartingWith("refusing to start: duemate.payments.secret-key");
        assertThatThrownBy(() -> new Seal(new PaymentSettings("c2hvcnQ="))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new Seal(new PaymentSettings("not base64!")))
                .isInstanceOf(IllegalStateException.class);
    }

    private static <T> T in(TenantId tenant, Supplier<T> action) {
        return Scopes.call(new Scope.Tenant(tenant), action);
    }
}
