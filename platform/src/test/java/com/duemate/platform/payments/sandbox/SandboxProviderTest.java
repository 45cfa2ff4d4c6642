package com.duemate.platform.payments.sandbox;

import com.duemate.platform.kernel.Money;
import com.duemate.platform.payments.spi.PaymentProvider;
import com.duemate.platform.payments.spi.PaymentProviderTck;
import com.duemate.platform.payments.spi.ProviderAccount;
import com.duemate.platform.payments.spi.ProviderFact.Kind;
import com.duemate.platform.payments.spi.Webhooks;
import com.duemate.platform.testkit.PlatformTest;
import java.time.Instant;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class SandboxProviderTest extends PaymentProviderTck {

    @Autowired
    PaymentProvider sandbox;

    @Autowired
    SandboxWebhooks sandboxWebhooks;

    @Override
    protected PaymentProvider provider() {
        return sandbox;
    }

    @Override
    protected Webhooks webhooks() {
        return sandboxWebhooks;
    }

    @Override
    protected byte[] notice(String id, Kind kind, String reference, Money amount, Instant at) {
        return sandboxWebhooks.write(new SandboxNotice(
                id,
                SandboxNotice.type(kind),
                at,
                new SandboxNotice.Checkout(reference, amount.minor(), amount.currencyCode(), "card")));
    }

    @Override
    protected Map<String, String> headers(ProviderAccount account, byte[] body, Instant at) {
        return Map.of(SandboxSignature.HEADER, SandboxSignature.sign(account.secret(), body, at));
    }
}
