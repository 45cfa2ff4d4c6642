package com.duemate.platform.payments.sandbox;

import com.duemate.platform.kernel.Money;
import com.duemate.platform.payments.spi.Notice;
import com.duemate.platform.payments.spi.ProviderAccount;
import com.duemate.platform.payments.spi.ProviderFact;
import com.duemate.platform.payments.spi.Webhooks;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

@Component
@OnSandbox
class SandboxWebhooks implements Webhooks {

    private static final int LONGEST_ID = 200;

    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    @Override
    public String provider() {
        return SandboxProvider.NAME;
    }

    @Override
    public boolean genuine(ProviderAccount account, byte[] body, Function<String, List<String>> headers, Instant now) {
        return SandboxSignature.genuine(account.secret(), body, headers.apply(SandboxSignature.HEADER), now);
    }

    @Override
    public Notice read(byte[] body) {
        try {
            var notice = json.readValue(body, SandboxNotice.class);
            return new Notice.Told(id(notice.id()), List.of(fact(notice)));
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            return new Notice.Unreadable(e.getClass().getSimpleName());
        }
    }

    byte[] write(SandboxNotice notice) {
        return json.writeValueAsBytes(notice);
    }

    static ProviderFact fact(SandboxNotice notice) {
        var checkout = notice.checkout();
        var amount = Money.of(checkout.amount(), checkout.currency());
        if (amount.minor() <= 0 || amount.minor() > Money.MAX_MINOR) {
            throw new IllegalArgumentException("amount out of range");
        }
        return new ProviderFact(
                notice.id(),
                id(checkout.id()),
                notice.kind(),
                amount,
                Objects.requireNonNull(checkout.method()),
                Objects.requireNonNull(notice.created()));
    }

    private static String id(String id) {
        if (id.isEmpty() || id.length() > LONGEST_ID) {
            throw new IllegalArgumentException("not an id");
        }
        return id;
    }
}
