package com.duemate.server.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * The main job, as people do it: sign in, bring in a file, see its plan, let the days pass, follow the message's link on a phone,
 * pay, and watch the open dashboard change.
 */
class SpineJourneyIT {

    private static final Path PICTURES = Path.of("target/journey/pictures");
    private static @Nullable Chromium chromium;

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

    @ParameterizedTest(name = "{0} px wide")
    @CsvSource({"1440, 900, LIGHT, J-DESK-1", "390, 844, DARK, J-PHONE-1"})
    void anInvoiceGetsPaid(int width, int height, ColorScheme scheme, String number) {
        var server = PackagedServer.shared();
        var tenant = server.demo().get("tenants").get(0);
        var rest = new Rest(server, tenant.get("apiKey").asString());
        try (var office = browser().visitor(width, height, scheme);
                var payers = browser().visitor(width, height, scheme);
                var customers = browser().visitor(width, height, scheme)) {
            var screen = Office.signIn(server, office, tenant.get("owner"));
            bringIn(server, screen, today(rest), number, width);
            takeBack(server, screen, today(rest), number);
            var invoice = find(rest, number);
            visitScreens(server, screen, rest, invoice, width);
            screen.navigate(app(server, "/invoices/" + invoice.get("id").asString()));
            assertThat(screen.getByText(number).first()).isVisible();
            look(screen, "invoice", width);

            var link = untilReminded(rest, invoice, number);
            screen.navigate(app(server, "/home"));
            screen.getByRole(AriaRole.HEADING).first().waitFor();
            var figures = screen.locator(".dm-kpis");
            figures.getByText(Pattern.compile("\\d")).first().waitFor();
            PackagedServer.sleep(1_000);
            var before = figures.innerText();

            var payer = payers.newPage();
            var shown = payer.navigate(link);
            assertThat(shown.status()).isEqualTo(200);
            assertThat(shown.headers()).doesNotContainKey("set-cookie");
            assertThat(payer.content()).contains("Journey Ltd").doesNotContainIgnoringCase("duemate");
            look(payer, "payer", width);
            assertThat(figures.innerText()).isEqualTo(before);
            pay(payer, width);
            look(payer, "paid", width);

            untilPaid(rest, invoice);
            screen.waitForCondition(() -> !figures.innerText().equals(before));
            assertThat(kinds(rest, invoice)).contains("reminder", "receipt");
            visitPortal(server, rest, customers, tenant, invoice, width);
        }
    }

    private static void visitScreens(PackagedServer server, Page screen, Rest rest, JsonNode invoice, int width) {
        var screens = new LinkedHashMap<String, String>();
        for (var path : List.of(
                "home",
                "invoices",
                "invoices/new",
                "customers",
                "messages",
                "reminders",
                "imports",
                "settings/general",
                "settings/brand",
                "settings/users",
                "settings/keys",
                "settings/security")) {
            screens.put(path.replace('/', '-'), "/" + path);
        }
        var message = rest.all("/api/v1/messages").getFirst();
        var policy = rest.get("/api/v1/invoices/" + invoice.get("id").asString() + "/reminders")
                .get("policy");
        screens.put("customer", "/customers/" + invoice.get("customerId").asString());
        screens.put("message", "/messages/" + message.get("id").asString());
        screens.put("policy", "/reminders/" + policy.get("id").asString());
        screens.forEach((name, path) -> visit(screen, app(server, path), name, width));
    }

    /** What the customer finds behind the link that is sent to their address. */
    private static void visitPortal(
            PackagedServer server, Rest rest, BrowserContext visitor, JsonNode tenant, JsonNode invoice, int width) {
        var slug = tenant.get("slug").asString();
        var customer = rest.get("/api/v1/customers/" + invoice.get("customerId").asString());
        var portal = Office.enterAsCustomer(server, rest, visitor, slug, customer);
        for (var path : List.of(
                "/my", "/my/invoices/" + invoice.get("id").asString(), "/my/history", "/my/receipts", "/my/settings")) {
            visit(portal, server.url(slug + ".localhost", path), "my-" + path.replaceAll("^/my/?|/.*", ""), width);
        }
        assertThat(portal.content()).doesNotContainIgnoringCase("duemate");
    }

    private static void visit(Page screen, String address, String name, int width) {
        screen.navigate(address);
        screen.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                .first()
                .waitFor();
        look(screen, name, width);
    }

    /** A file that was a mistake, taken back. */
    private static void takeBack(PackagedServer server, Page screen, LocalDate today, String number) {
        screen.navigate(app(server, "/imports"));
        var file = "Customer,Invoice number,Issued on,Due on,Amount\nMistake %1$s,%1$s-X,%2$s,%2$s,5.00\n"
                .formatted(number, today);
        screen.locator("input[type=file]")
                .first()
                .setInputFiles(new FilePayload("mistake.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        screen.waitForURL(Pattern.compile(".*/imports/.+"));
        Office.button(screen, "Import").click();
        Office.button(screen, "Undo import").click();
        screen.getByRole(AriaRole.ALERTDIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Undo import"))
                .click();
        assertThat(screen.getByText("It was taken back.")).isVisible();
    }

    /** By a file, as most people begin; one of its rows is wrong and stays outside. */
    private static void bringIn(PackagedServer server, Page screen, LocalDate today, String number, int width) {
        screen.navigate(app(server, "/imports"));
        var file = """
                Customer;E-mail;Invoice number;Issued on;Due on;Amount
                Journey Ltd %1$s;ana@%2$s.example;%1$s;%3$s;%4$s;"1,234.50"
                Journey Ltd %1$s;ana@%2$s.example;%1$s-B;%3$s;never;99.00
                """.formatted(number, number.toLowerCase(Locale.ROOT), today.minusDays(20), today.plusDays(1));
        screen.locator("input[type=file]")
                .first()
                .setInputFiles(new FilePayload(number + ".csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        screen.waitForURL(Pattern.compile(".*/imports/.+"));
        assertThat(screen.getByText("One row cannot be imported.")).isVisible();
        look(screen, "import", width);
        Office.button(screen, "Import").click();
        Office.button(screen, "Undo import").waitFor();
    }

    private static LocalDate today(Rest rest) {
        return LocalDate.ofInstant(
                Instant.parse(rest.get("/api/dev/clock").get("now").asString()), ZoneId.of("Europe/Lisbon"));
    }

    private static JsonNode find(Rest rest, String number) {
        return rest.all("/api/v1/invoices?status=OPEN").stream()
                .filter(each -> each.get("number").asString().equals(number))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the invoice was not imported"));
    }

    private static String untilReminded(Rest rest, JsonNode invoice, String number) {
        for (int day = 0; day < 5; day++) {
            rest.advance("P1D");
            for (var message : rest.all("/api/v1/messages")) {
                if (isAbout(message, invoice) && message.get("kind").asString().equals("reminder")) {
                    var text = rest.get("/api/v1/messages/" + message.get("id").asString())
                            .get("text")
                            .asString();
                    return text.replaceAll("(?s).*?(http://[^\\s]+/p/[A-Za-z0-9_-]+).*", "$1");
                }
            }
        }
        throw new AssertionError("no reminder for " + number);
    }

    /** The bank says no at first. */
    private static void pay(Page payer, int width) {
        toCheckout(payer);
        Chromium.assertAccessible(payer);
        payer.getByLabel("The bank says no").check();
        Office.button(payer, "Go on").click();
        payer.getByText("Nothing was taken.").first().waitFor();
        look(payer, "declined", width);
        payer.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^Back.*")))
                .first()
                .click();
        toCheckout(payer);
        Office.button(payer, "Go on").click();
        assertThat(payer.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText("Thank you.");
    }

    private static void toCheckout(Page payer) {
        payer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Pay.*")))
                .first()
                .click();
        payer.waitForURL(Pattern.compile(".*/sandbox/checkout/.*"));
    }

    private static void untilPaid(Rest rest, JsonNode invoice) {
        for (int i = 0; i < 100; i++) {
            if (rest.get("/api/v1/invoices/" + invoice.get("id").asString())
                    .get("status")
                    .asString()
                    .equals("PAID")) {
                return;
            }
            PackagedServer.sleep(200);
        }
        throw new AssertionError("the invoice was not paid");
    }

    private static List<String> kinds(Rest rest, JsonNode invoice) {
        for (int i = 0; i < 50; i++) {
            var kinds = rest.all("/api/v1/messages").stream()
                    .filter(message -> message.get("customerId")
                            .asString("")
                            .equals(invoice.get("customerId").asString()))
                    .map(message -> message.get("kind").asString())
                    .toList();
            if (kinds.contains("receipt")) {
                return kinds;
            }
            PackagedServer.sleep(200);
        }
        return List.of();
    }

    private static boolean isAbout(JsonNode message, JsonNode invoice) {
        return message.get("customerId")
                .asString("")
                .equals(invoice.get("customerId").asString());
    }

    private static void look(Page page, String name, int width) {
        page.waitForTimeout(400);
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + "-" + width + ".png")));
        Chromium.assertAccessible(page);
    }

    private static String app(PackagedServer server, String path) {
        return server.url("app.localhost", path);
    }

    private static Chromium browser() {
        return Objects.requireNonNull(chromium);
    }
}
