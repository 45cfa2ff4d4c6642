package com.duemate.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Every screen there is, asked by everybody who must not see it: nobody, another tenant's owner, somebody with a lesser role,
 * another customer, and with a session of another host. A screen whose parameter nobody can fill in fails.
 */
class ScreenMatrixJourneyIT {

    private static final String DENIED = "This page does not open";
    private static @Nullable Chromium chromium;

    private final PackagedServer server = PackagedServer.shared();
    private final JsonNode own = server.demo().get("tenants").get(0);
    private final JsonNode other = server.demo().get("tenants").get(1);
    private final Rest rest = new Rest(server, own.get("apiKey").asString());
    private final List<JsonNode> messages = rest.all("/api/v1/messages");
    private final Set<String> reachable = rest.all("/api/v1/customers").stream()
            .filter(each -> each.get("email").asString("").contains("@"))
            .map(each -> each.get("id").asString())
            .collect(Collectors.toSet());

    /** Of a customer that can come in by a link and was written to: whose name and address are to be looked for. */
    private final JsonNode invoice = rest.all("/api/v1/invoices?status=OPEN").stream()
            .filter(each -> reachable.contains(each.get("customerId").asString()))
            .filter(each -> messageTo(each).isPresent())
            .findFirst()
            .orElseThrow();

    private final JsonNode customer =
            rest.get("/api/v1/customers/" + invoice.get("customerId").asString());
    private final JsonNode message = messageTo(invoice).orElseThrow();

    private final Things things = Things.of(server, rest, invoice, customer);

    @BeforeAll
    static void launch() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void nobodySeesAScreen() {
        try (var visitor = visitor()) {
            var page = visitor.newPage();
            for (var screen : Screen.all()) {
                page.navigate(server.url(hostOf(screen), fill(screen)));
                page.waitForURL(Pattern.compile(".*/sign-in.*"));
                assertNothingOfOurs(page, screen);
            }
        }
    }

    @Test
    void anotherTenantsOwnerFindsNothingOfOurs() {
        try (var visitor = visitor()) {
            var page = Office.signIn(server, visitor, other.get("owner"));
            for (var screen : Screen.all()) {
                if (!screen.isCustomers() && !screen.isStaffs()) {
                    open(page, "app.localhost", screen);
                    assertNothingOfOurs(page, screen);
                }
            }
            assertStaffsAreClosed(page);
            for (var host : List.of("admin.localhost", slug(own) + ".localhost")) {
                page.navigate(server.url(host, host.startsWith("admin") ? "/staff" : "/my"));
                page.waitForURL(Pattern.compile(".*/sign-in.*"));
            }
        }
    }

    @Test
    void somebodyWithALesserRoleIsToldSo() {
        try (var owners = visitor();
                var visitor = visitor()) {
            var specialist = Office.seat(server, owners, visitor, own.get("owner"), "Specialist");
            for (var screen : Screen.all()) {
                if (!screen.isCustomers() && !screen.isStaffs()) {
                    open(specialist, "app.localhost", screen);
                    assertThat(specialist.content().contains(DENIED))
                            .as("%s is kept from a specialist", screen.path())
                            .isEqualTo(screen.takesMoreThan("SPECIALIST"));
                }
            }
            assertStaffsAreClosed(specialist);
        }
    }

    @Test
    void anotherCustomerFindsNothingOfThisOne() {
        var stranger = rest.all("/api/v1/customers").stream()
                .filter(each -> !each.get("id").equals(customer.get("id"))
                        && each.get("email").asString("").contains("@"))
                .findFirst()
                .orElseThrow();
        try (var visitor = visitor()) {
            var page = Office.enterAsCustomer(server, rest, visitor, slug(own), stranger);
            for (var screen : Screen.all()) {
                if (screen.isCustomers()) {
                    open(page, slug(own) + ".localhost", screen);
                    assertNothingOfOurs(page, screen);
                }
            }
            page.navigate(server.url(slug(other) + ".localhost", "/my"));
            page.waitForURL(Pattern.compile(".*/sign-in.*"));
        }
    }

    @Test
    void whoMaySeesThem() {
        try (var visitor = visitor();
                var customers = visitor()) {
            var page = Office.signIn(server, visitor, own.get("owner"));
            var portal = Office.enterAsCustomer(server, rest, customers, slug(own), customer);
            for (var screen : Screen.all()) {
                if (screen.isStaffs()) {
                    continue;
                }
                var seen = screen.isCustomers() ? portal : page;
                open(seen, hostOf(screen), screen);
                assertThat(seen.content()).as(screen.path()).doesNotContain(DENIED);
                for (var mark : things.seenOn(screen, invoice, customer)) {
                    seen.getByText(mark)
                            .first()
                            .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
                }
            }
        }
    }

    /** Neither at the door nor by a link inside a screen that is open already, which passes no door. */
    private void assertStaffsAreClosed(Page page) {
        for (var screen : Screen.all()) {
            if (screen.isStaffs()) {
                var answer = page.navigate(server.url("app.localhost", fill(screen)));
                assertThat(Objects.requireNonNull(answer).status())
                        .as(screen.path())
                        .isEqualTo(404);
                page.navigate(server.url("app.localhost", "/home"));
                page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                        .first()
                        .waitFor();
                page.evaluate("""
                        path => {
                          const link = Object.assign(document.createElement('a'), { href: path.substring(1) });
                          link.setAttribute('router-link', '');
                          document.body.append(link);
                          link.click();
                        }""", fill(screen));
                page.getByText(Pattern.compile(DENIED + "|There is nothing here"))
                        .first()
                        .waitFor();
            }
        }
    }

    private void open(Page page, String host, Screen screen) {
        page.navigate(server.url(host, fill(screen)));
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                .first()
                .waitFor();
    }

    private void assertNothingOfOurs(Page page, Screen screen) {
        assertThat(page.content())
                .as(screen.path() + " at " + page.url())
                .doesNotContain(customer.get("name").asString())
                .doesNotContain(message.get("address").asString())
                .doesNotContain(things.marks())
                .doesNotContain(">" + invoice.get("number").asString() + "<");
    }

    private Optional<JsonNode> messageTo(JsonNode debt) {
        return messages.stream()
                .filter(each -> each.get("customerId")
                        .asString("")
                        .equals(debt.get("customerId").asString()))
                .filter(each -> each.get("address").asString("").contains("@"))
                .findFirst();
    }

    private String fill(Screen screen) {
        var values = new HashMap<>(things.ids());
        values.put("invoice", invoice.get("id").asString());
        values.put("customer", customer.get("id").asString());
        values.put("message", message.get("id").asString());
        values.put("slug?", slug(own));
        return Pattern.compile(":(\\w+\\??)")
                .matcher(screen.path())
                .replaceAll(found ->
                        Objects.requireNonNull(values.get(found.group(1)), "nothing fills in " + screen.path()));
    }

    private String hostOf(Screen screen) {
        return switch (screen.role()) {
            case "CUSTOMER" -> slug(own) + ".localhost";
            case "STAFF" -> "admin.localhost";
            default -> "app.localhost";
        };
    }

    private static String slug(JsonNode tenant) {
        return tenant.get("slug").asString();
    }

    private static BrowserContext visitor() {
        return Objects.requireNonNull(chromium).visitor(1440, 900, ColorScheme.LIGHT);
    }
}
