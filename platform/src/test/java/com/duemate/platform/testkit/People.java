package com.duemate.platform.testkit;

import com.duemate.platform.identity.ApiKeys;
import com.duemate.platform.identity.PasswordLinks;
import com.duemate.platform.identity.Role;
import com.duemate.platform.identity.SignIn;
import com.duemate.platform.identity.SignIn.Outcome;
import com.duemate.platform.identity.SignedInUser;
import com.duemate.platform.identity.StaffAccounts;
import com.duemate.platform.identity.Users;
import com.duemate.platform.kernel.EmailAddress;
import com.duemate.platform.kernel.SecurityClock;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.scope.Backstage;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.tenancy.Hosts.KnownHost;
import com.duemate.platform.tenancy.Surface;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** People who sign in, with the authenticator apps in their pockets. */
@Component
public class People {

    public static final KnownHost APP = new KnownHost("app.localhost", Surface.TENANT_PORTAL, null);
    public static final KnownHost STAFF = new KnownHost("admin.localhost", Surface.STAFF, null);

    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final Users users;
    private final PasswordLinks links;
    private final StaffAccounts staff;
    private final SignIn signIn;
    private final ApiKeys keys;
    private final SecurityClock clock;
    private final World world;
    private final JdbcClient jdbc;
    private final Map<String, String> authenticators = new ConcurrentHashMap<>();

    /** @param tenant the home; null for staff */
    public record Person(@Nullable TenantId tenant, String email, String password, Users.@Nullable Account account) {

        public TenantId home() {
            return Objects.requireNonNull(tenant);
        }

        public Users.Account owned() {
            return Objects.requireNonNull(account);
        }
    }

    People(
            Users users,
            PasswordLinks links,
            StaffAccounts staff,
            SignIn signIn,
            ApiKeys keys,
            SecurityClock clock,
            World world,
            JdbcClient jdbc) {
        this.users = users;
        this.links = links;
        this.staff = staff;
        this.signIn = signIn;
        this.keys = keys;
        this.clock = clock;
        this.world = world;
        this.jdbc = jdbc;
    }

    public Person anOwner(TenantId tenant) {
        return anOwner(tenant, "owner%d@example.com".formatted(COUNTER.incrementAndGet()));
    }

    public Person anOwner(TenantId tenant, String email) {
        var password = "a long password %d".formatted(COUNTER.incrementAndGet());
        var account = world.in(tenant, () -> users.createOwner(new EmailAddress(email), "Olive Owner", password));
        return new Person(tenant, email, password, account);
    }

    /** Invited, and come in by the link. */
    public Person aMember(TenantId tenant, Role role) {
        var email = "member%d@example.com".formatted(COUNTER.incrementAndGet());
        var password = "a long password %d".formatted(COUNTER.incrementAndGet());
        var invited = (Users.Outcome.Linked) world.in(tenant, () -> users.invite(email, "Mia Member", role));
        links.setPassword(invited.url().substring(invited.url().lastIndexOf('/') + 1), password);
        return new Person(tenant, email, password, null);
    }

    /** The secret of a key of the tenant. */
    public String aKey(TenantId tenant, ApiKeys.Access access) {
        return ((ApiKeys.Outcome.Created) world.in(tenant, () -> keys.create("Test", access, null))).secret();
    }

    public Person aStaffMember() {
        var email = "staff%d@example.com".formatted(COUNTER.incrementAndGet());
        var password = "a long password %d".formatted(COUNTER.incrementAndGet());
        Backstage.run(new Scope.Staff(), () -> staff.put(new EmailAddress(email), "Sam Staff", password));
        return new Person(null, email, password, null);
    }

    /** Signs in for the first time, setting up a second factor. */
    public Authentication enrol(KnownHost host, Person person) {
        var pending = ((Outcome.EnrolmentNeeded)
                        signIn.withPassword(host, person.email(), person.password(), "192.0.2.9"))
                .pending();
        var secret = signIn.offer(pending).orElseThrow().secret();
        authenticators.put(person.password(), secret);
        return ((Outcome.SignedIn) signIn.enrol(pending, code(secret), "192.0.2.9")).authentication();
    }

    public Authentication signIn(KnownHost host, Person person) {
        return ((Outcome.SignedIn) lastStep(host, person)).authentication();
    }

    /** The outcome of the code of somebody who has a second factor. */
    public Outcome lastStep(KnownHost host, Person person) {
        waitForTheNextCode();
        var pending = ((Outcome.CodeNeeded) signIn.withPassword(host, person.email(), person.password(), "192.0.2.9"))
                .pending();
        return signIn.withCode(pending, code(person), "192.0.2.9");
    }

    public static Object principal(Authentication authentication) {
        return Objects.requireNonNull(authentication.getPrincipal());
    }

    public static SignedInUser user(Authentication authentication) {
        return (SignedInUser) principal(authentication);
    }

    public void waitForTheNextCode() {
        ((ShiftedClock) clock).advance(java.time.Duration.ofSeconds(60));
    }

    public String code(Person person) {
        return code(Objects.requireNonNull(authenticators.get(person.password())));
    }

    /** What an authenticator app shows now for a base32 secret. Written apart from the code it tests. */
    public String code(String secret) {
        var number = BigInteger.ZERO;
        for (char c : secret.toCharArray()) {
            number = number.shiftLeft(5).add(BigInteger.valueOf(ALPHABET.indexOf(c)));
        }
        var key = new byte[20];
        var digits = number.shiftRight(secret.length() * 5 - 160).toByteArray();
        int length = Math.min(20, digits.length);
        System.arraycopy(digits, digits.length - length, key, 20 - length, length);
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(8)
                    .putLong(clock.now().getEpochSecond() / 30)
                    .array());
            int at = hash[19] & 15;
            long value = ByteBuffer.wrap(hash, at, 4).getInt() & 0x7FFF_FFFFL;
            return "%06d".formatted(value % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A session is looked at again after three seconds at most. */
    public void forgetWhatHeld() {
        try {
            Thread.sleep(3_100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Who did something, as the tenant's trail has it. */
    public List<String> trail(TenantId tenant, String action) {
        return world.inTransaction(new Scope.Tenant(tenant), () -> jdbc.sql(
                        "select actor from audit.entry where action = ? order by sequence")
                .param(action)
                .query(String.class)
                .list());
    }
}
