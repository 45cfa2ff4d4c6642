package com.duemate.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** How people get in: by their password, by an invitation, by the link in a message. */
final class Office {

    private static final String PASSWORD = "three plain words and 1 number";
    private static final Pattern WAY_IN = Pattern.compile("http://\\S+/my/enter/[A-Za-z0-9_-]{20,}");

    private Office() {}

    /** @param login with {@code email} and {@code password} */
    static Page signIn(PackagedServer server, BrowserContext visitor, JsonNode login) {
        return signIn(
                server,
                visitor.newPage(),
                login.get("email").asString(),
                login.get("password").asString());
    }

    private static Page signIn(PackagedServer server, Page page, String email, String password) {
        page.navigate(server.url("app.localhost", "/sign-in"));
        Chromium.assertAccessible(page);
        page.getByLabel("E-mail").fill(email);
        page.getByLabel("Password").fill(password);
        button(page, "Sign in").click();
        page.waitForURL(Pattern.compile(".*/home.*"));
        return page;
    }

    /** An owner offers a seat, and somebody takes it. */
    static Page seat(
            PackagedServer server, BrowserContext owners, BrowserContext visitor, JsonNode owner, String role) {
        var people = signIn(server, owners, owner);
        people.navigate(server.url("app.localhost", "/settings/users"));
        button(people, "Invite somebody").click();
        var dialog = people.getByRole(AriaRole.DIALOG);
        var email = UUID.randomUUID() + "@example.com";
        dialog.getByLabel("Name").fill("Sam " + role);
        dialog.getByLabel("E-mail").fill(email);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Invite somebody"))
                .click();
        var link = dialog.locator(".dm-secret__text");
        link.waitFor();

        var page = visitor.newPage();
        page.navigate(link.innerText());
        page.getByLabel(Pattern.compile("^Password.*")).fill(PASSWORD);
        page.getByLabel("The same password again").fill(PASSWORD);
        button(page, "Save password").click();
        page.waitForURL(Pattern.compile(".*/sign-in.*"));
        return signIn(server, page, email, PASSWORD);
    }

    /** By the link in a message to the customer's address, as the test mode shows it. */
    static Page enterAsCustomer(
            PackagedServer server, Rest rest, BrowserContext visitor, String slug, JsonNode customer) {
        var page = visitor.newPage();
        var email = customer.get("email").asString();
        page.navigate(server.url(slug + ".localhost", "/my/sign-in"));
        page.getByLabel("E-mail").fill(email);
        page.locator("form button").first().click();
        page.navigate(link(rest, email));
        page.locator("form button").first().click();
        page.waitForURL(Pattern.compile(".*/my(\\?.*)?$"));
        return page;
    }

    /** Whole only once the message is captured: until then it may still go out, and its way in is nobody's but its reader's. */
    private static String link(Rest rest, String email) {
        for (int i = 0; i < 100; i++) {
            for (var message : rest.all("/api/v1/messages")) {
                if (message.get("kind").asString().equals("magic_link")
                        && message.get("status").asString().equals("CAPTURED")
                        && message.get("address").asString().equals(email)) {
                    var text = rest.get("/api/v1/messages/" + message.get("id").asString())
                            .get("text")
                            .asString();
                    var link = WAY_IN.matcher(text);
                    assertThat(link.find()).as(text).isTrue();
                    return link.group();
                }
            }
            PackagedServer.sleep(200);
        }
        throw new AssertionError("no link was sent to " + email);
    }

    static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
