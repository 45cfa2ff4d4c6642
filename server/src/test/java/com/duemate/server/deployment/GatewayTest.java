package com.duemate.server.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GatewayTest {

    private final Gateway gateway = new Gateway("localhost");

    @Test
    void leadsEachRequestToTheRoleThatAnswersIt() {
        assertThat(gateway.service("localhost", "/api/v1/invoices")).isEqualTo("api");
        assertThat(gateway.service("localhost", "/hooks/payments/secret")).isEqualTo("api");
        assertThat(gateway.service("localhost", "/")).isEqualTo("tenant-portal");
        assertThat(gateway.service("app.localhost", "/home")).isEqualTo("tenant-portal");
        assertThat(gateway.service("admin.localhost", "/staff")).isEqualTo("tenant-portal");
        assertThat(gateway.service("acme.localhost", "/p/secret")).isEqualTo("customer-portal");
        assertThat(gateway.service("acme.localhost", "/apiary")).isEqualTo("customer-portal");
    }

    @Test
    void theIngressLeadsNoticesOfPaymentsToTheApi() {
        var rules = Repository.documents(Repository.ROOT.resolve("k8s/base/ingress.yaml")).stream()
                .flatMap(document -> document.at("spec", "rules").items().stream())
                .flatMap(rule -> rule.at("http", "paths").items().stream())
                .filter(path -> path.at("path").text().equals("/hooks"))
                .map(path -> path.at("backend", "service", "name").text())
                .toList();
        assertThat(rules).isNotEmpty().containsOnly("api");
    }
}
