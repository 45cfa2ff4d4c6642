package com.duemate.platform.identity.internal;

import com.duemate.platform.identity.WorkAs;
import com.duemate.platform.kernel.TenantId;
import java.util.List;
import org.springframework.stereotype.Service;

@Service
class WorkAsDesk implements WorkAs {

    private final CurrentSession session;
    private final AccountRows accounts;
    private final Admission admission;

    WorkAsDesk(CurrentSession session, AccountRows accounts, Admission admission) {
        this.session = session;
        this.accounts = accounts;
        this.admission = admission;
    }

    @Override
    public List<Workplace> choices() {
        var current = session.user().tenantId();
        return admission.places(session.account()).stream()
                .map(place -> new Workplace(
                        place.tenant(),
                        place.name(),
                        place.seat().role(),
                        place.tenant().equals(current)))
                .toList();
    }

    @Override
    public boolean switchTo(TenantId tenant) {
        var user = session.user();
        var ref = session.account();
        var choice = admission.places(ref).stream()
                .filter(place -> place.tenant().equals(tenant))
                .findFirst();
        var account = accounts.find(ref)
                .filter(found ->
                        !found.disabled() && found.stamp() == user.stamps().account());
        if (choice.isEmpty() || account.isEmpty()) {
            return false;
        }
        var entered = admission.enter(
                account.get(), choice.get(), user.secondFactor(), user.signedInAt(), "identity.work_as");
        session.replace(entered);
        return true;
    }
}
