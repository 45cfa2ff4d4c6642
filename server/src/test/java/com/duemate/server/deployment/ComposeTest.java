package com.duemate.server.deployment;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.scope.ServerRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComposeTest {

    private static final Node SERVICES = Repository.documents(Repository.ROOT.resolve("docker-compose.yml"))
            .getFirst()
            .at("services");
    private static final List<String> KEYS = List.of("URL", "USERNAME", "PASSWORD");

    @ParameterizedTest
    @EnumSource
    void givesEachRoleExactlyItsLogins(ServerRole role) {
        var name = role.name().toLowerCase(Locale.ROOT).replace('_', '-');
        var environment = SERVICES.at(name, "environment");
        assertThat(environment.at("DUEMATE_ROLES").text()).isEqualTo(name);
        assertThat(environment.at("DUEMATE_EMBEDDED").text()).isEqualTo("false");
        assertThat(environment.names()).contains("DUEMATE_IDENTITY_SECRET_KEY", "DUEMATE_PAYMENTS_SECRET_KEY");

        var logins = role.planes().stream()
                .flatMap(plane -> KEYS.stream().map(key -> "DUEMATE_SCOPE_%s_%s".formatted(plane, key)))
                .toList();
        assertThat(loginsIn(environment)).containsExactlyInAnyOrderElementsOf(logins);
        for (var plane : role.planes()) {
            assertThat(environment
                            .at("DUEMATE_SCOPE_%s_USERNAME".formatted(plane))
                            .text())
                    .isEqualTo(plane.login());
        }
    }

    @Test
    void letsOnlyMigrationsAndProvisioningHaveTheOwnersPassword() {
        assertThat(SERVICES.names())
                .filteredOn(service -> SERVICES.at(service, "environment").names().stream()
                        .anyMatch(name -> name.startsWith("DUEMATE_SCOPE_OWNER")))
                .containsExactlyInAnyOrder("migrate", "provision");
        var migrate = SERVICES.at("migrate");
        assertThat(loginsIn(migrate.at("environment")))
                .containsExactlyInAnyOrder(
                        "DUEMATE_SCOPE_OWNER_URL", "DUEMATE_SCOPE_OWNER_USERNAME", "DUEMATE_SCOPE_OWNER_PASSWORD");
        assertThat(migrate.at("command").items()).extracting(Node::text).containsExactly("--duemate.migrate-only=true");
    }

    @Test
    void givesProvisioningAPasswordForEachPlaceholderOfTheLogins() throws IOException {
        var sql = Files.readString(Repository.ROOT.resolve("platform/src/main/resources/db/provision/logins.sql"));
        var wanted = Pattern.compile("\\$\\{([a-z]+)}")
                .matcher(sql)
                .results()
                .map(found ->
                        "DUEMATE_SCOPE_%s_PASSWORD".formatted(found.group(1).toUpperCase(Locale.ROOT)))
                .collect(toCollection(TreeSet::new));
        assertThat(wanted).hasSize(6);
        assertThat(loginsIn(SERVICES.at("provision", "environment"))).isEqualTo(wanted);
    }

    @Test
    void takesEveryPasswordFromOutsideAndConfinesTheServer() {
        for (var service : SERVICES.names()) {
            var environment = SERVICES.at(service, "environment");
            assertThat(environment.names())
                    .filteredOn(name -> name.contains("PASSWORD")
                            || name.contains("SECRET")
                            || name.contains("AUTH")
                            || name.endsWith("REDIS_URL"))
                    .allSatisfy(name -> assertThat(environment.at(name).text())
                            .contains("${")
                            .contains(":?"));
            if (SERVICES.at(service, "image").text().startsWith("duemate-server")) {
                assertThat(SERVICES.at(service, "read_only").text()).isEqualTo("true");
                assertThat(SERVICES.at(service, "cap_drop").items())
                        .extracting(Node::text)
                        .containsExactly("ALL");
            }
        }
    }

    @Test
    void namesOnlyFilesThatAreThere() {
        for (var service : SERVICES.names()) {
            assertThat(SERVICES.at(service, "volumes").items())
                    .extracting(Node::text)
                    .filteredOn(volume -> volume.startsWith("./"))
                    .allSatisfy(volume -> assertThat(Repository.ROOT.resolve(volume.substring(2, volume.indexOf(':'))))
                            .exists());
        }
    }

    private static Set<String> loginsIn(Node environment) {
        var names = new TreeSet<>(environment.names());
        names.removeIf(name -> !name.startsWith("DUEMATE_SCOPE_"));
        return names;
    }
}
