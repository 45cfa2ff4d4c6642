package com.duemate.server.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.scope.Plane;
import com.duemate.platform.scope.ServerRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KubernetesTest {

    private static final Path BASE = Repository.ROOT.resolve("k8s/base");

    @ParameterizedTest
    @EnumSource
    void givesEachRoleExactlyItsLogins(ServerRole role) throws IOException {
        var name = role.name().toLowerCase(Locale.ROOT).replace('_', '-');
        var container = container(one("Deployment", name));
        assertThat(container.at("env").items()).hasSize(1).first().satisfies(variable -> {
            assertThat(variable.at("name").text()).isEqualTo("DUEMATE_ROLES");
            assertThat(variable.at("value").text()).isEqualTo(name);
        });
        assertThat(secrets(container))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                role == ServerRole.TENANT_PORTAL
                                        ? Stream.of("duemate-services", "duemate-first-staff")
                                        : Stream.of("duemate-services"),
                                role.planes().stream().map(KubernetesTest::secretOf))
                        .toList());
    }

    @Test
    void letsTheMigrationAloneHaveTheOwnersPassword() throws IOException {
        var migrate = container(one("Job", "migrate"));
        assertThat(secrets(migrate)).containsExactly("duemate-login-owner");
        assertThat(migrate.at("args").items()).extracting(Node::text).containsExactly("--duemate.migrate-only=true");
        assertThat(pods(BASE))
                .filteredOn(pod -> secrets(container(pod)).contains("duemate-login-owner"))
                .extracting(pod -> pod.at("metadata", "name").text())
                .containsExactly("migrate");
    }

    @Test
    void confinesEveryPodOfTheServer() throws IOException {
        assertThat(pods(BASE)).hasSize(ServerRole.values().length + 1).allSatisfy(workload -> {
            var pod = workload.at("spec", "template", "spec");
            var container = container(workload);
            assertThat(pod.at("securityContext", "runAsNonRoot").text()).isEqualTo("true");
            assertThat(pod.at("automountServiceAccountToken").text()).isEqualTo("false");
            assertThat(container.at("securityContext", "readOnlyRootFilesystem").text())
                    .isEqualTo("true");
            assertThat(container
                            .at("securityContext", "allowPrivilegeEscalation")
                            .text())
                    .isEqualTo("false");
            assertThat(container.at("securityContext", "capabilities", "drop").items())
                    .extracting(Node::text)
                    .containsExactly("ALL");
            assertThat(container.at("resources", "limits", "memory").isPresent())
                    .isTrue();
            assertThat(container.at("resources", "requests", "cpu").isPresent()).isTrue();
            assertThat(container.at("volumeMounts").items())
                    .extracting(mount -> mount.at("mountPath").text())
                    .contains("/tmp");
        });
    }

    @ParameterizedTest
    @EnumSource
    void watchesScalesAndProtectsEachRole(ServerRole role) throws IOException {
        var name = role.name().toLowerCase(Locale.ROOT).replace('_', '-');
        var deployment = one("Deployment", name);
        var container = container(deployment);
        assertThat(container.at("livenessProbe", "httpGet", "path").text()).isEqualTo("/actuator/health/liveness");
        assertThat(container.at("readinessProbe", "httpGet", "path").text()).isEqualTo("/actuator/health/readiness");
        assertThat(container.at("ports").items())
                .extracting(port -> port.at("name").text())
                .contains(container.at("readinessProbe", "httpGet", "port").text());
        assertThat(one("HorizontalPodAutoscaler", name)
                        .at("spec", "scaleTargetRef", "name")
                        .text())
                .isEqualTo(name);
        assertThat(one("PodDisruptionBudget", name).at("spec", "selector", "matchLabels"))
                .isEqualTo(deployment.at("spec", "selector", "matchLabels"))
                .isEqualTo(deployment.at("spec", "template", "metadata", "labels"));
    }

    @Test
    void leadsEveryIngressToAServiceThatIsThere() throws IOException {
        for (var ingress : all(BASE, "Ingress")) {
            for (var rule : ingress.at("spec", "rules").items()) {
                for (var path : rule.at("http", "paths").items()) {
                    var service =
                            one("Service", path.at("backend", "service", "name").text());
                    assertThat(service.at("spec", "ports").items())
                            .extracting(port -> port.at("name"))
                            .contains(path.at("backend", "service", "port", "name"));
                }
            }
        }
        assertThat(all(BASE, "NetworkPolicy")).isNotEmpty();
    }

    @Test
    void holdsNoSecretAndNamesEveryFile() throws IOException {
        for (var file : Repository.yamlBelow("k8s")) {
            assertThat(Repository.documents(file)).isNotEmpty().allSatisfy(document -> {
                assertThat(document.at("kind").text()).isNotEmpty().isNotEqualTo("Secret");
                assertThat(document.at("kind").text().equals("ConfigMap")
                                && document.at("data").names().stream()
                                        .anyMatch(name -> name.contains("SCOPE") || name.contains("PASSWORD")))
                        .isFalse();
            });
            var folder = Objects.requireNonNull(file.getParent());
            if (!file.endsWith("kustomization.yaml")) {
                assertThat(resources(folder)).contains(file);
            } else {
                assertThat(resources(folder))
                        .allSatisfy(resource -> assertThat(resource).exists());
            }
        }
    }

    @Test
    void parsesWhatWatchesTheServer() throws IOException {
        assertThat(Repository.yamlBelow("docs/ops")).isNotEmpty().allSatisfy(file -> assertThat(
                        Repository.documents(file))
                .hasSize(1)
                .allSatisfy(document -> assertThat(document.names()).isNotEmpty()));
        // JSON is YAML.
        var dashboard = Repository.documents(Repository.ROOT.resolve("docs/ops/grafana/dashboards/duemate.json"));
        assertThat(dashboard.getFirst().at("panels").items()).isNotEmpty();
    }

    private static String secretOf(Plane plane) {
        return "duemate-login-" + plane.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> secrets(Node container) {
        return container.at("envFrom").items().stream()
                .map(source -> source.at("secretRef", "name"))
                .filter(Node::isPresent)
                .map(Node::text)
                .toList();
    }

    private static Node container(Node workload) {
        var containers = workload.at("spec", "template", "spec", "containers").items();
        assertThat(containers).hasSize(1);
        return containers.getFirst();
    }

    private static List<Node> pods(Path folder) throws IOException {
        var pods = new ArrayList<>(all(folder, "Deployment"));
        pods.addAll(all(folder, "Job"));
        return pods;
    }

    private static Node one(String kind, String name) throws IOException {
        var found = all(BASE, kind).stream()
                .filter(document -> document.at("metadata", "name").text().equals(name))
                .toList();
        assertThat(found).as("%s %s", kind, name).hasSize(1);
        return found.getFirst();
    }

    private static List<Node> all(Path folder, String kind) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .flatMap(file -> Repository.documents(file).stream())
                    .filter(document -> document.at("kind").text().equals(kind))
                    .toList();
        }
    }

    private static List<Path> resources(Path folder) {
        return Repository.documents(folder.resolve("kustomization.yaml")).getFirst().at("resources").items().stream()
                .map(resource -> folder.resolve(resource.text()).normalize())
                .toList();
    }
}
