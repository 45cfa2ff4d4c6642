package com.duemate.platform.identity.door;

import static com.duemate.platform.testkit.Browser.header;
import static com.duemate.platform.testkit.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.identity.Role;
import com.duemate.platform.identity.Users;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.tenancy.Tenants;
import com.duemate.platform.testkit.Browser;
import com.duemate.platform.testkit.People;
import com.duemate.platform.testkit.PlatformTest;
import com.duemate.platform.testkit.World;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlatformTest
class DoorTest {

    private static final String APP = "app.localhost:8080";
    private static final String STAFF = "admin.localhost:8080";

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    People people;

    @Autowired
    Users users;

    @Autowired
    Tenants tenants;

    @Test
    void anUnknownHostGetsNothingThatTellsWhoIsHere() {
        for (var host : List.of("evil.example", "localhost.evil.example", "nobody.localhost:8080", "127.0.0.1:8080")) {
            for (var path : List.of("/", "/sign-in", "/api/v1/invoices", "/themes/page.css", "/actuator/health")) {
                var response = new Browser(port, host).get(path);
                assertThat(response.statusCode()).as("%s%s", host, path).isEqualTo(404);
                assertThat(response.body()).isEqualTo("Not found\n");
                assertThat(header(response, "Set-Cookie")).isEmpty();
            }
        }
    }

    @Test
    void aTabShowsTheSignOfWhosesHostItIsAndNoOther() {
        var tenant = world.aTenant();
        var name = world.in(tenant, () -> tenants.current().name());
        for (var path : List.of("/icon.svg", "/favicon.ico")) {
            var theirs = new Browser(port, hostOf(tenant)).get(path);
            assertThat(theirs.statusCode()).isEqualTo(200);
            assertThat(header(theirs, "Content-Type"))
                    .singleElement()
                    .asString()
                    .startsWith("image/svg+xml");
            assertThat(header(theirs, "Cache-Control")).containsExactly("max-age=600, public");
            assertThat(header(theirs, "Set-Cookie")).isEmpty();
            assertThat(theirs.body()).contains(">" + name.substring(0, 1).toUpperCase(Locale.ROOT) + "</text>");
            for (var ours : List.of(APP, STAFF)) {
                assertThat(new Browser(port, ours).get(path).body()).contains(">D</text>");
            }
            assertThat(new Browser(port, "localhost:8080").get(path).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void aPersonWhoMistypesAnAddressIsToldSoUnderTheHostsOwnName() {
        var tenant = world.aTenant();
        var name = world.in(tenant, () -> tenants.current().name());
        var page = new Browser(port, hostOf(tenant)).with("Accept", "text/html").get("/no/such/page");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("There is nothing here", name).doesNotContain("DueMate");
        assertThat(header(page, "Set-Cookie")).isEmpty();
        assertThat(header(page, "Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("default-src 'none'");
        assertThat(new Browser(port, hostOf(tenant)).get("/no/such/page").body())
                .isEqualTo("Not found\n");
    }

    @Test
    void theStartLeadsToEachSurfacesOwnPlace() {
        var customers = hostOf(world.aTenant());
        assertThat(location(new Browser(port, customers).get("/"))).isEqualTo("/my");
        assertThat(location(new Browser(port, customers).get("/sign-in"))).isEqualTo("/my/sign-in");
        assertThat(location(new Browser(port, STAFF).get("/"))).isEqualTo("/staff");
        assertThat(new Browser(port, "localhost:8080").get("/").headers().firstValue("Location"))
                .contains("http://app.localhost:8080/");
    }

    @Test
    void aPersonSetsUpASecondFactorAndIsInWithASessionOfItsOwn() {
        var owner = people.anOwner(world.aTenant());
        var browser = new Browser(port, APP);
        var form = browser.get("/sign-in");
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(header(form, "Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("session=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/");
        var before = browser.cookies();

        var wrong = browser.submit("/sign-in", Map.of("email", owner.email(), "password", "wrong wrong wrong"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("E-mail or password is not right.").contains(owner.email());

        assertThat(location(browser.submit("/sign-in", signIn(owner)))).isEqualTo("/sign-in/enrol");
        var enrol = browser.get("/sign-in/enrol").body();
        var secret = between(enrol, "<code>", "</code>").replace(" ", "");
        assertThat(browser.get("/sign-in/enrol/picture.svg").body())
                .startsWith("<svg")
                .endsWith("</svg>");
        assertThat(browser.get("/sign-in/enrol").body()).contains(between(enrol, "<code>", "</code>"));
        var mistyped = browser.submit("/sign-in/enrol", Map.of("code", "12345"));
        assertThat(mistyped.statusCode()).isEqualTo(422);

        var done = browser.submit("/sign-in/enrol", Map.of("code", people.code(secret)));
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(location(done)).isEqualTo("/");
        assertThat(browser.cookies()).isNotEqualTo(before);

        browser.get("/sign-out");
        var signedIn = browser.cookies();
        assertThat(location(browser.submit("/sign-out", Map.of()))).isEqualTo("/sign-in?signedOut");
        browser.get("/sign-in");
        assertThat(browser.cookies()).isNotEqualTo(signedIn);
    }

    @Test
    void theSecondStepIsNotThereWithoutTheFirst() {
        var browser = new Browser(port, APP);
        browser.get("/sign-in");
        for (var step : List.of("/sign-in/code", "/sign-in/enrol")) {
            assertThat(location(browser.get(step))).isEqualTo("/sign-in?again");
            browser.get("/sign-in");
            assertThat(location(browser.submit(step, Map.of("code", "123456")))).isEqualTo("/sign-in?again");
        }
        assertThat(browser.get("/sign-in/enrol/picture.svg").statusCode()).isEqualTo(404);
    }

    @Test
    void aSessionIsWorthNothingOnAnotherHostAndEndsThere() {
        var first = new Browser(port, APP);
        first.get("/sign-in");
        var elsewhere = new Browser(port, STAFF).withCookiesOf(first);
        assertThat(elsewhere.get("/sign-in").statusCode()).isEqualTo(404);
        var cookie = first.cookies();
        first.get("/sign-in");
        assertThat(first.cookies()).isNotEqualTo(cookie);
    }

    @Test
    void aFormFromAnotherSiteOrWithoutItsTokenChangesNothing() {
        var owner = people.anOwner(world.aTenant());
        var browser = new Browser(port, APP);
        browser.get("/sign-in");
        assertThat(location(browser.post("/sign-in", signIn(owner)))).isEqualTo("/sign-in?again");
        for (var hostile : List.of(
                Map.of("Sec-Fetch-Site", "cross-site"),
                Map.of("Sec-Fetch-Site", "same-site"),
                Map.of("Origin", "https://evil.example"))) {
            var fresh = new Browser(port, APP);
            fresh.get("/sign-in");
            hostile.forEach(fresh::with);
            assertThat(fresh.submit("/sign-in", signIn(owner)).statusCode()).isEqualTo(403);
        }
        var own = new Browser(port, APP);
        own.get("/sign-in");
        own.with("Sec-Fetch-Site", "same-origin").with("Origin", "http://app.localhost:8080");
        assertThat(location(own.submit("/sign-in", signIn(owner)))).isEqualTo("/sign-in/enrol");
    }

    @Test
    void manyFailuresMustWaitAndAreToldSoInTheirLanguage() {
        var owner = people.anOwner(world.aTenant());
        var browser = new Browser(port, APP).with("Accept-Language", "fr;q=0.9, de-AT, en;q=0.5");
        assertThat(browser.get("/sign-in").body())
                .contains("<html lang=\"de\">")
                .contains("Anmelden");
        for (int i = 0; i < 5; i++) {
            browser.submit("/sign-in", Map.of("email", owner.email(), "password", "wrong wrong wrong"));
        }
        var locked = browser.submit("/sign-in", signIn(owner));
        assertThat(locked.statusCode()).isEqualTo(429);
        assertThat(locked.body()).contains("Zu viele Versuche. Bitte versuchen Sie es in einer Minute noch einmal.");
    }

    @Test
    void anInvitedPersonChoosesAPasswordAndOpeningTheLinkUsesNothingUp() {
        var tenant = world.aTenant();
        var invited = (Users.Outcome.Linked) world.in(
                tenant, () -> users.invite("<b>ann</b>@example.com".replaceAll("</?b>", ""), "Ann <i>", Role.MANAGER));
        var path = URI.create(invited.url()).getPath();
        var browser = new Browser(port, APP);
        for (int i = 0; i < 3; i++) {
            assertThat(browser.get(path).body()).contains("Welcome, Ann &lt;i&gt;");
        }
        assertThat(browser.submit(path, Map.of("password", "one long password", "repeat", "another long one"))
                        .body())
                .contains("The two passwords are not the same.");
        assertThat(location(
                        browser.submit(path, Map.of("password", "one long password", "repeat", "one long password"))))
                .isEqualTo("/sign-in?welcome");
        assertThat(browser.get("/sign-in?welcome").body()).contains("Your password is set.");
        assertThat(browser.get(path).statusCode()).isEqualTo(404);
        assertThat(browser.get("/sign-in/welcome/unknown").statusCode()).isEqualTo(404);
    }

    @Test
    void plainPagesCarryAPolicyThatLetsNothingForeignIn() {
        for (var page : List.of("/sign-in", "/sign-in/welcome/none", "/sign-out")) {
            var response = new Browser(port, APP).with("Accept", "text/html").get(page);
            assertThat(header(response, "Content-Security-Policy"))
                    .singleElement()
                    .asString()
                    .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'")
                    .doesNotContain("unsafe");
            assertThat(header(response, "Referrer-Policy")).containsExactly("no-referrer");
            assertThat(header(response, "X-Content-Type-Options")).containsExactly("nosniff");
            assertThat(header(response, "X-Frame-Options")).containsExactly("DENY");
            assertThat(header(response, "Cache-Control").getFirst()).contains("no-store");
            assertThat(Pattern.compile("<script| style=| on\\w+=|<style")
                            .matcher(response.body())
                            .find())
                    .isFalse();
        }
    }

    @Test
    void stylesMayBeKeptAndEverythingElseMayNot() {
        assertThat(header(new Browser(port, APP).get("/themes/page.css"), "Cache-Control"))
                .containsExactly("public, max-age=600");
        var entry = new Browser(port, hostOf(world.aTenant())).get("/my/sign-in");
        assertThat(header(entry, "Cache-Control").getFirst()).contains("no-store");
        assertThat(header(entry, "Set-Cookie")).isEmpty();
    }

    @Test
    void errorsSayAnIdAndNeverHow() {
        var browser = new Browser(port, APP).with("Accept", "text/html");
        var missing = browser.get("/sign-in/nothing-here");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("There is nothing here").doesNotContain("springframework", "Exception");
        var wrongVerb = browser.send("DELETE", "/sign-in", BodyPublishers.noBody(), Map.of());
        assertThat(wrongVerb.statusCode()).isIn(302, 405);
        var odd = browser.get("/sign-in/%2e%2e/x;y=z");
        assertThat(odd.statusCode()).isIn(400, 404);
        assertThat(odd.body()).doesNotContain("springframework", "Exception", "Tomcat");
        var program = new Browser(port, "localhost:8080").get("/hooks/none");
        assertThat(program.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    private static Map<String, String> signIn(People.Person person) {
        return Map.of("email", person.email(), "password", person.password());
    }

    private String hostOf(TenantId tenant) {
        return Objects.requireNonNull(
                URI.create(world.in(tenant, () -> tenants.current().portalUrl()))
                        .getAuthority());
    }

    private static String between(String text, String from, String to) {
        int start = text.indexOf(from) + from.length();
        return text.substring(start, text.indexOf(to, start));
    }
}
