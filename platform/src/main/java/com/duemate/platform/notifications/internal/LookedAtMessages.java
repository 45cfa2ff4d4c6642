package com.duemate.platform.notifications.internal;

import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.notifications.BrandLook;
import com.duemate.platform.notifications.MessageFacts.OpenInvoice;
import com.duemate.platform.notifications.MessageFacts.OpenInvoices;
import com.duemate.platform.notifications.MessageRenderer;
import com.duemate.platform.notifications.RenderedMessage;
import com.duemate.platform.notifications.SampleMessages;
import com.duemate.platform.notifications.Situation;
import com.duemate.platform.notifications.TemplateRef;
import com.duemate.platform.notifications.Tone;
import com.duemate.platform.scope.MayRead;
import com.duemate.platform.tenancy.Tenants;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

@Service
@MayRead
class LookedAtMessages implements SampleMessages {

    private static final BigDecimal AMOUNT = new BigDecimal(4_820);
    private static final int NEAR = 3;
    private static final int LATE = 9;

    private final MessageRenderer renderer;
    private final Tenants tenants;
    private final BusinessClock clock;

    LookedAtMessages(MessageRenderer renderer, Tenants tenants, BusinessClock clock) {
        this.renderer = renderer;
        this.tenants = tenants;
        this.clock = clock;
    }

    @Override
    public RenderedMessage reminder(BrandLook look, Tone tone, Situation situation, About about) {
        return renderer.render(TemplateRef.reminder(tone, situation), about.locale(), look, model(about));
    }

    @Override
    public Optional<String> sms(BrandLook look, Tone tone, Situation situation, About about) {
        return renderer.sms(TemplateRef.reminder(tone, situation), about.locale(), look, model(about));
    }

    @Override
    public About example(Situation situation) {
        var tenant = tenants.current();
        var today = LocalDate.ofInstant(clock.now(), tenant.zone());
        int daysLate =
                switch (situation) {
                    case BEFORE -> -NEAR;
                    case DUE -> 0;
                    case LATE -> LATE;
                };
        var amount = Money.ofDecimal(AMOUNT, tenant.currency());
        var invoice = new OpenInvoice("1042", today.minusDays(daysLate), amount, Math.max(0, daysLate), null);
        return new About("Larkin Ltd", tenant.locale(), List.of(invoice));
    }

    private Map<String, Object> model(About about) {
        var nowhere = URI.create(tenants.current().portalUrl() + "/");
        var model = new HashMap<>(new OpenInvoices(about.invoices(), nowhere, nowhere).model());
        if (!about.recipientName().isBlank()) {
            model.put("recipientName", about.recipientName());
        }
        return model;
    }
}
