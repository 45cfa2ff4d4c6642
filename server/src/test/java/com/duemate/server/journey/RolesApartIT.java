package com.duemate.server.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A new operator's first hour on an installation whose roles run apart, from the first sign-in to the first payer. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RolesApartIT {

    private static final String STAFF = "staff@localhost.example";
    private static final String OWNER = "olive@acme.example";
    private static final String OWNERS_PASSWORD = "orchard ladder violet 42";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static @Nullable Installation installation;
    private static @Nullable Chromium chromium;
    private static String invitation = "";
    private static String key = "";

    @BeforeAll
    static void start() throws Exception {
        chromium = Chromium.launch();
        installation = Installation.start("apart");
    }

    @AfterAll
    static void stop() {
        if (installation != null) {
            installation.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    @Order(1)
    void theFirstStaffAccountMakesATenantAndInvitesItsOwner() {
        try (var visitor = visitor()) {
            var page = visitor.newPage();
            page.navigate(there().url("admin.localhost", "/sign-in"));
            signIn(page, STAFF, there().staffPassword());
            setUpSecondFactor(page);
            page.waitForURL(Pattern.compile(".*/staff.*"));
            button(page, "New tenant").first().click();
            page.getByLabel("Company name").fill("Acme Studio");
            assertThat(page.getByLabel("Short name", new Page.GetByLabelOptions().setExact(true)))
                    .hasValue("acme-studio");
            page.getByRole(AriaRole.DIALOG)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("New tenant"))
                    .click();
            assertThat(page.getByText("Who runs Acme Studio?")).isVisible();
            page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Olive Owner");
            page.getByLabel("E-mail").fill(OWNER);
            button(page, "Invite").last().click();
            invitation = page.locator(".dm-secret__text").innerText().strip();
            button(page, "Close").last().click();
            assertThat(button(page, "Invite its owner")).isVisible();
        }
        assertThat(invitation).contains("/sign-in/welcome/");
    }

    @Test
    @Order(2)
    void theOwnerTakesTheInvitationAndMakesAKey() {
        try (var visitor = visitor()) {
            var page = visitor.newPage();
            page.navigate(invitation);
            page.locator("input[name=password]").fill(OWNERS_PASSWORD);
            page.locator("input[name=repeat]").fill(OWNERS_PASSWORD);
            button(page, "Save password").click();
            signIn(page, OWNER, OWNERS_PASSWORD);
            setUpSecondFactor(page);
            page.waitForURL(Pattern.compile(".*/(home|start).*"));
            page.navigate(there().url("app.localhost", "/settings/keys"));
            button(page, "Create key").first().click();
            page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("First program");
            page.getByLabel("read and write").check();
            page.getByRole(AriaRole.DIALOG)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Create key"))
                    .click();
            key = page.locator(".dm-secret__text").innerText().strip();
        }
        assertThat(key).isNotEmpty();
    }

    @Test
    @Order(3)
    void aProgramMakesAnInvoiceTheWorkerPlansItAndThePayerSeesIt() {
        var today = LocalDate.now(ZoneOffset.UTC);
        var customer = post("/api/v1/customers", Map.of("name", "Larkin Ltd", "email", "accounts@larkin.example"));
        var invoice = post(
                "/api/v1/invoices",
                Map.of(
                        "customerId", customer.get("id").asString(),
                        "issuedOn", today.toString(),
                        "dueOn", today.plusDays(30).toString(),
                        "total", Map.of("amount", 482_000, "currency", "EUR")));
        var id = invoice.get("id").asString();

        var planned = until("/api/v1/invoices/" + id + "/reminders", "\"running\":true");
        assertThat(planned.get("plan").size()).isGreaterThan(1);

        var link = URI.create(post("/api/v1/invoices/" + id + "/payment-links", Map.of())
                .get("url")
                .asString());
        var page = there().ask(link.getHost(), link.getPath(), null);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Acme Studio", "4,820.00").doesNotContainIgnoringCase("duemate");
        for (var role : Installation.ROLES) {
            if (!role.equals("customer-portal")) {
                assertThat(there().askRole(role, link.getHost(), link.getPath(), null)
                                .status())
                        .as("the payer's page on " + role)
                        .isEqualTo(404);
            }
        }
        saysThatPayingIsNotPossible(link);
    }

    @Test
    @Order(4)
    void aRoleThatIsOffAnswersNothingOfOthers() {
        assertThat(there().ask("localhost", "/api/v1/invoices", key).status()).isEqualTo(200);
        for (var role : Installation.ROLES) {
            if (!role.equals("api")) {
                assertThat(there().askRole(role, "localhost", "/api/v1/invoices", key)
                                .status())
                        .as("REST on " + role)
                        .isEqualTo(404);
            }
            if (!role.equals("tenant-portal")) {
                for (var path : new String[] {"/sign-in", "/home", "/settings/keys"}) {
                    assertThat(there().askRole(role, "app.localhost", path, null)
                                    .status())
                            .as(path + " on " + role)
                            .isEqualTo(404);
                }
                assertThat(there().askRole(role, "admin.localhost", "/staff", null)
                                .status())
                        .as("/staff on " + role)
                        .isEqualTo(404);
            }
            if (!role.equals("customer-portal")) {
                assertThat(there().askRole(role, "acme-studio.localhost", "/my/sign-in", null)
                                .status())
                        .as("/my/sign-in on " + role)
                        .isEqualTo(404);
            }
        }
        assertThat(there().ask("acme-studio.localhost", "/my/sign-in", null).status())
                .isEqualTo(200);
        assertThat(there().ask("app.localhost", "/sign-in", null).status()).isEqualTo(200);
        assertThat(there().ask("nobody.localhost", "/", null).status()).isEqualTo(404);
    }

    @Test
    @Order(5)
    void healthAndFiguresAreOnTheManagementPortAlone() {
        for (var role : Installation.ROLES) {
            assertThat(there().askManagement(role, "/actuator/health/readiness").status())
                    .as("readiness of " + role)
                    .isEqualTo(200);
            assertThat(there().askManagement(role, "/actuator/prometheus").body())
                    .as("figures of " + role)
                    .contains("jvm_memory_used_bytes");
            assertThat(there().askManagement(role, "/actuator/env").status())
                    .as("environment of " + role)
                    .isEqualTo(404);
            for (var path : new String[] {"/actuator/health/readiness", "/actuator/prometheus"}) {
                for (var host : new String[] {"localhost", "app.localhost", "acme-studio.localhost"}) {
                    assertThat(there().askRole(role, host, path, null).status())
                            .as(host + path + " on the public port of " + role)
                            .isEqualTo(404);
                }
            }
        }
    }

    /** No provider is set up: the page says so, and nothing hangs. */
    private static void saysThatPayingIsNotPossible(URI link) {
        var paying =
                Payer.form(there().ask(link.getHost(), link.getPath(), null).body());
        var sent = there().send(there().request(link.getHost(), link.getPath() + "/pay", null)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Payer.encoded(paying))));
        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        var wait = link.resolve(sent.headers().firstValue("Location").orElseThrow());
        var answer = there().ask(link.getHost(), wait.getPath(), null);
        for (int i = 0; i < 200 && !answer.body().contains("Nothing was taken"); i++) {
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            PackagedServer.sleep(100);
            answer = there().ask(link.getHost(), wait.getPath(), null);
        }
        assertThat(answer.body())
                .contains("This cannot be paid right now")
                .contains("Online payment is not available right now");
    }

    private static JsonNode post(String path, Map<String, ?> body) {
        var answer = there().send(there().request("localhost", path, key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(201);
        return answer.json();
    }

    private static JsonNode until(String path, String words) {
        var answer = there().ask("localhost", path, key);
        for (int i = 0; i < 200 && !answer.body().contains(words); i++) {
            PackagedServer.sleep(100);
            answer = there().ask("localhost", path, key);
        }
        assertThat(answer.body()).contains(words);
        return answer.json();
    }

    private static void signIn(Page page, String email, String password) {
        page.getByLabel("E-mail").fill(email);
        page.getByLabel("Password").fill(password);
        button(page, "Sign in").click();
    }

    private static void setUpSecondFactor(Page page) {
        page.waitForURL(Pattern.compile(".*/sign-in/enrol"));
        var shown = page.locator("code").innerText();
        page.locator("input[name=code]").fill(Authenticator.code(shown));
        button(page, "Turn on").click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static BrowserContext visitor() {
        return Objects.requireNonNull(chromium).visitor(1440, 900, ColorScheme.LIGHT);
    }

    private static Installation there() {
        return Objects.requireNonNull(installation);
    }
}
