package com.duemate.server.demo;

import com.duemate.platform.identity.ApiKeys;
import com.duemate.platform.identity.StaffAccounts;
import com.duemate.platform.identity.Users;
import com.duemate.platform.kernel.EmailAddress;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.messaging.Engines;
import com.duemate.platform.scope.Backstage;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.tenancy.Hosts;
import com.duemate.platform.tenancy.Surface;
import com.duemate.platform.tenancy.TenantRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes the demo once: an agency, two clients with eighteen months behind them, lived through the front desks while the clock
 * walks from then to now and the engines do what they would have done.
 */
@Component
@DemoOnly
class DemoLoader {

    private static final Duration LONG_AGO = Duration.ofDays(45);
    private static final Duration COARSE = Duration.ofDays(7);
    private static final Duration FINE = Duration.ofDays(1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TenantRegistry registry;
    private final Users users;
    private final StaffAccounts staff;
    private final ApiKeys keys;
    private final Hosts hosts;
    private final DemoBusiness business;
    private final Timeline timeline;

    DemoLoader(
            TenantRegistry registry,
            Users users,
            StaffAccounts staff,
            ApiKeys keys,
            Hosts hosts,
            DemoBusiness business,
            Timeline timeline) {
        this.registry = registry;
        this.users = users;
        this.staff = staff;
        this.keys = keys;
        this.hosts = hosts;
        this.business = business;
        this.timeline = timeline;
    }

    /** The clock and the engines that follow it. */
    @Component
    @DemoOnly
    record Timeline(MovableClock clock, Engines engines) {

        void untilQuiet() {
            engines.wake();
            var deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!engines.quiet() && System.nanoTime() < deadline) {
                try {
                    Thread.sleep(5);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    DemoFile load() {
        var now = timeline.clock.now();
        var happenings = new PriorityQueue<DemoBusiness.Happening>();
        var tenants = new ArrayList<DemoFile.Tenant>();

        var agency = create(DemoTenant.AGENCY, null);
        var agencyPassword = secret();
        var agencyOwner = owner(agency, DemoTenant.AGENCY, agencyPassword);
        for (var client : DemoTenant.CLIENTS) {
            var id = create(client, agency);
            var password = secret();
            var owner = owner(id, client, password);
            in(id, () -> users.admit(agencyOwner, com.duemate.platform.identity.Role.OWNER));
            tenants.add(new DemoFile.Tenant(
                    client.slug(),
                    portal(client),
                    hosts.url(Surface.TENANT_PORTAL),
                    new DemoFile.Owner(owner.email().value(), password),
                    apiKey(id)));
            business.plan(id, client, now, happenings);
        }
        var staffPassword = secret();
        var staffEmail = "staff@duemate.example";
        Backstage.run(
                new Scope.Staff(), () -> staff.put(new EmailAddress(staffEmail), "Platform staff", staffPassword));
        live(happenings, now);
        return new DemoFile(
                hosts.url(Surface.API),
                new DemoFile.Login(hosts.url(Surface.STAFF), staffEmail, staffPassword),
                new DemoFile.Login(
                        hosts.url(Surface.TENANT_PORTAL), agencyOwner.email().value(), agencyPassword),
                List.copyOf(tenants));
    }

    private void live(PriorityQueue<DemoBusiness.Happening> happenings, Instant now) {
        var fineFrom = now.minus(LONG_AGO);
        var clock = happenings.element().at();
        while (clock.isBefore(now)) {
            timeline.clock.jumpTo(clock);
            while (!happenings.isEmpty() && !happenings.element().at().isAfter(clock)) {
                happenings.remove().happen();
            }
            timeline.untilQuiet();
            var next = clock.plus(clock.isBefore(fineFrom) ? COARSE : FINE);
            clock = next;
        }
        timeline.clock.backToPresent();
        while (!happenings.isEmpty()) {
            happenings.remove().happen();
        }
        timeline.untilQuiet();
    }

    private TenantId create(DemoTenant tenant, @Nullable TenantId reseller) {
        var id = Backstage.call(
                new Scope.Staff(),
                () -> registry.create(new TenantRegistry.NewTenant(
                        tenant.slug(),
                        tenant.name(),
                        tenant.currency(),
                        tenant.locale(),
                        tenant.zone(),
                        true,
                        reseller)));
        business.open(id, tenant);
        return id;
    }

    private Users.Account owner(TenantId id, DemoTenant tenant, String password) {
        return in(
                id,
                () -> users.createOwner(
                        new EmailAddress("owner@" + tenant.slug() + ".example"), tenant.ownerName(), password));
    }

    private String apiKey(TenantId id) {
        return in(id, () -> switch (keys.create("Demo", ApiKeys.Access.WRITE, null)) {
            case ApiKeys.Outcome.Created created -> created.secret();
            case ApiKeys.Outcome.Refused refused -> throw new IllegalStateException(refused.reason());
        });
    }

    private String portal(DemoTenant tenant) {
        return Backstage.call(
                new Scope.Staff(),
                () -> registry.find(tenant.slug()).orElseThrow().portalUrl());
    }

    private static <T> T in(TenantId tenant, java.util.function.Supplier<T> action) {
        return Backstage.call(new Scope.Tenant(tenant), action);
    }

    private static String secret() {
        var bytes = new byte[15];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
