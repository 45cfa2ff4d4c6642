package com.duemate.tenantportal.shell;

import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import com.duemate.platform.tenancy.Tenants;
import com.duemate.themes.text.Formats;
import com.duemate.themes.text.Texts;
import com.vaadin.flow.component.UI;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Finds out who is looking. */
@Component
@OnRole(ServerRole.TENANT_PORTAL)
public class Readers {

    private final Tenants tenants;
    private final BusinessClock clock;
    private final Texts texts = Texts.lenient(Readers.class.getClassLoader());

    Readers(Tenants tenants, BusinessClock clock) {
        this.tenants = tenants;
        this.clock = clock;
    }

    /** For the current UI, in the current scope. */
    public Reader current() {
        var tenant = tenants.current();
        var locale = locale(UI.getCurrent().getLocale(), tenant.locale());
        return new Reader(tenant, new Formats(locale, tenant.zone(), tenant.currency()), texts, clock.now());
    }

    /** The reader's language; written as in the tenant's region when they share it. */
    static Locale locale(Locale reader, Locale tenant) {
        return reader.getLanguage().equals(tenant.getLanguage()) ? tenant : reader;
    }
}
