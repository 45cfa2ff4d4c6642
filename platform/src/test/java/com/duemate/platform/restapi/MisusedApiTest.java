package com.duemate.platform.restapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.identity.ApiKeys.Access;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.tenancy.TenantRegistry;
import com.duemate.platform.testkit.Browser;
import com.duemate.platform.testkit.People;
import com.duemate.platform.testkit.PlatformTest;
import com.duemate.platform.testkit.TenantContents;
import com.duemate.platform.testkit.World;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Programs that are let in and do what nobody should. */
@PlatformTest
class MisusedApiTest {

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    People people;

    @Autowired
    TenantRegistry registry;

    private TenantId tenant = new TenantId(new UUID(0, 0));
    private CustomerId customer = new CustomerId(new UUID(0, 0));
    private Browser program = new Browser(0, "");

    @BeforeEach
    void aProgramOfATenant() {
        tenant = world.aTenant();
        customer = world.aCustomer(tenant);
        program = new Browser(port, "localhost:8080")
                .with("Authorization", "Bearer " + people.aKey(tenant, Access.WRITE));
        world.untilQuiet();
    }

    /** YAML would take 12.99 for 12 and swallow what it does not know. */
    @Test
    void onlyJsonIsReadAndWritten() throws SQLException {
        var before = TenantContents.of(tenant);
        var body = """
                customerId: "%s"
                issuedOn: "2026-02-01"
                dueOn: "2026-02-21"
                total: {amount: 12.99, currency: EUR}
                """.formatted(customer);
        for (var type : List.of("application/yaml", "application/xml", "text/xml", "application/cbor", "text/plain")) {
            for (var path : List.of("/api/v1/invoices", "/api/v1/customers", "/api/v1/payments")) {
                var response = program.send("POST", path, BodyPublishers.ofString(body), Map.of("Content-Type", type));
                assertThat(response.statusCode()).as(type + " " + path).isEqualTo(415);
            }
        }
        var written = program.with("Accept", "application/yaml").get("/api/v1/customers");
        assertThat(written.statusCode()).isEqualTo(406);
        assertThat(TenantContents.of(tenant)).isEqualTo(before);
    }

    @Test
    void aSuspendedTenantsProgramsAreNotLetIn() {
        assertThat(program.get("/api/v1/customers").statusCode()).isEqualTo(200);
        world.inTransaction(new Scope.Staff(), () -> {
            registry.suspend(tenant);
            return true;
        });
        assertThat(program.get("/api/v1/customers").statusCode()).isEqualTo(401);
        assertThat(program.json("POST", "/api/v1/customers", "{\"name\":\"x\"}").statusCode())
                .isEqualTo(401);
    }

    @Test
    void aPaymentsKeyIsGoodForOnePayment() {
        var body = "{\"key\":\"k-1\",\"customerId\":\"%s\",\"amount\":{\"amount\":%d,\"currency\":\"EUR\"}}";
        var first = program.json("POST", "/api/v1/payments", body.formatted(customer, 100));
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(program.json("POST", "/api/v1/payments", body.formatted(customer, 100))
                        .statusCode())
                .isEqualTo(200);
        var other = program.json("POST", "/api/v1/payments", body.formatted(customer, 99_900));
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body()).contains("\"field\":\"key\"");
    }

    @Test
    void aNameHasSomethingToSeeAndNoHalfCharacters() {
        for (var name : List.of("\\ud800x", "\\u200b\\u200b", "\\u0000", "a\\u202eb")) {
            assertThat(program.json("POST", "/api/v1/customers", "{\"name\":\"%s\"}".formatted(name))
                            .statusCode())
                    .as(name)
                    .isEqualTo(400);
        }
    }
}
