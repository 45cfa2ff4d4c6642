package com.duemate.platform.customers.internal;

import com.duemate.platform.audit.AuditTrail;
import com.duemate.platform.customers.CustomerChanged;
import com.duemate.platform.customers.CustomerDetails;
import com.duemate.platform.customers.Customers;
import com.duemate.platform.customers.DraftCustomer;
import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.Cursor;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.EmailAddress;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.kernel.Page;
import com.duemate.platform.messaging.Outbox;
import com.duemate.platform.scope.MayRead;
import com.duemate.platform.scope.MayReadOwn;
import com.duemate.platform.scope.MayWork;
import com.duemate.platform.scope.Scopes;
import com.duemate.platform.tenancy.Tenants;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class KeptCustomers implements Customers {

    private final EntityManager entities;
    private final Tenants tenants;
    private final BusinessClock clock;
    private final AuditTrail trail;
    private final Outbox outbox;

    KeptCustomers(EntityManager entities, Tenants tenants, BusinessClock clock, AuditTrail trail, Outbox outbox) {
        this.entities = entities;
        this.tenants = tenants;
        this.clock = clock;
        this.trail = trail;
        this.outbox = outbox;
    }

    @Override
    @MayWork
    @Transactional
    public Outcome create(DraftCustomer draft) {
        var customer = new Customer();
        customer.id = Ids.next();
        customer.createdAt = clock.now();
        return save(customer, draft, "customers.create");
    }

    @Override
    @MayWork
    @Transactional
    public Outcome update(CustomerId id, DraftCustomer draft) {
        var customer = entities.find(Customer.class, id.value());
        return customer == null
                ? new Outcome.Refused("id", "customers.refused.unknown")
                : save(customer, draft, "customers.update");
    }

    private Outcome save(Customer customer, DraftCustomer draft, String action) {
        CheckedCustomer checked;
        try {
            checked = CheckedCustomer.of(draft);
        } catch (CheckedCustomer.RefusedDraft e) {
            return e.refused;
        }
        var taken = entities.createQuery("select c.id from Customer c where c.number = :number", UUID.class)
                .setParameter("number", checked.number())
                .getResultList();
        if (!taken.isEmpty() && !taken.contains(customer.id)) {
            return new Outcome.Refused("number", "customers.refused.numberTaken");
        }
        customer.change(checked);
        if (!entities.contains(customer)) {
            entities.persist(customer);
        }
        entities.flush();
        trail.record(action, customer.id, Map.of("number", customer.number));
        outbox.publish(new CustomerChanged(customer.id));
        return new Outcome.Done(new CustomerId(customer.id));
    }

    @Override
    @MayWork
    @Transactional
    public void hold(CustomerId id, String reason) {
        changeHold(id, Optional.of(reason.strip()).filter(r -> !r.isEmpty()).orElse("-"));
    }

    @Override
    @MayWork
    @Transactional
    public void release(CustomerId id) {
        changeHold(id, null);
    }

    private void changeHold(CustomerId id, @org.jspecify.annotations.Nullable String reason) {
        var customer = entities.find(Customer.class, id.value());
        if (customer != null) {
            customer.holdReason = reason == null ? null : reason.substring(0, Math.min(reason.length(), 500));
            trail.record(reason == null ? "customers.release" : "customers.hold", customer.id, Map.of());
            outbox.publish(new CustomerChanged(customer.id));
        }
    }

    @Override
    @MayRead
    @Transactional(readOnly = true)
    public Optional<CustomerDetails> find(CustomerId id) {
        return Optional.ofNullable(entities.find(Customer.class, id.value())).map(c -> c.details(tenants.current()));
    }

    @Override
    @MayRead
    @Transactional(readOnly = true)
    public Map<CustomerId, CustomerDetails> findAll(Collection<CustomerId> ids) {
        var tenant = tenants.current();
        return entities
                .createQuery("select c from Customer c where c.id in :ids", Customer.class)
                .setParameter("ids", ids.stream().map(CustomerId::value).toList())
                .getResultList()
                .stream()
                .map(c -> c.details(tenant))
                .collect(Collectors.toMap(CustomerDetails::id, Function.identity()));
    }

    @Override
    @MayRead
    @Transactional(readOnly = true)
    public Page<CustomerDetails> list(CustomerQuery query) {
        int limit = Math.clamp(query.limit(), 1, Page.MAX_LIMIT);
        var after = Cursor.parse(query.cursor(), 2);
        var search = Optional.ofNullable(query.search())
                .map(s -> s.strip().toLowerCase(Locale.ROOT))
                .orElse("");
        var found = entities.createQuery("""
                        select c from Customer c
                        where (:after = false or c.search > :key or (c.search = :key and c.id > :id))
                          and (:term = '' or locate(:term, c.search) > 0 or locate(:term, c.number) > 0 or c.email = :term)
                        order by c.search, c.id""", Customer.class)
                .setParameter("after", after.isPresent())
                .setParameter("key", after.map(c -> c.part(0)).orElse(""))
                .setParameter("id", after.map(c -> c.uuid(1)).orElse(new UUID(0, 0)))
                .setParameter("term", search)
                .setMaxResults(limit + 1)
                .getResultList();
        var tenant = tenants.current();
        return Cursor.page(found, limit, c -> c.details(tenant), last -> Cursor.of(last.search, last.id.toString()));
    }

    @Override
    @MayReadOwn
    @Transactional(readOnly = true)
    public CustomerDetails self() {
        return entities.find(Customer.class, Scopes.customer().value()).details(tenants.current());
    }

    @Override
    @MayRead
    @Transactional(readOnly = true)
    public List<CustomerDetails> withEmail(String email) {
        var tenant = tenants.current();
        return EmailAddress.parse(email).stream()
                .flatMap(address -> entities
                        .createQuery("select c from Customer c where c.email = :email", Customer.class)
                        .setParameter("email", address.value())
                        .setMaxResults(20)
                        .getResultList()
                        .stream())
                .map(c -> c.details(tenant))
                .toList();
    }
}
