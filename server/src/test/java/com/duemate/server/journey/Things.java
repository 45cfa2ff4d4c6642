package com.duemate.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * One thing of each kind that has a screen, made in the tenant whose screens are tried.
 *
 * @param ids by the parameter of the screen's path
 * @param marks words that are on those screens and nowhere else
 */
record Things(Map<String, String> ids, List<String> marks) {

    private static final String FILE = "only-ours.csv";

    static Things of(PackagedServer server, Rest rest, JsonNode invoice, JsonNode customer) {
        var ids = new HashMap<String, String>();
        var staged = rest.stage(
                FILE,
                "Customer,Invoice number,Issued on,Due on,Amount\nOurs,OURS-1,2026-01-05,2026-02-05,10.00\n",
                false);
        ids.put("import", staged.get("id").asString());
        var reminders = rest.get("/api/v1/invoices/" + invoice.get("id").asString() + "/reminders");
        ids.put("policy", reminders.get("policy").get("id").asString());
        var link = rest.post("/api/v1/invoices/" + own(rest, customer) + "/payment-links", Map.of());
        assertThat(link.status()).as(link.body()).isEqualTo(201);
        var request = new Payer(server).payAs(link.json().get("url").asString(), "APPROVED");
        ids.put("request", request);
        ids.put("payment", payment(rest, customer));
        // People are listed on the screen itself; a stranger's id must open nobody's panel.
        ids.put("user?", UUID.randomUUID().toString());
        return new Things(ids, List.of(FILE, "OURS-1"));
    }

    /** An invoice of that customer, only to be paid. */
    private static String own(Rest rest, JsonNode customer) {
        var made = rest.post(
                "/api/v1/invoices",
                Map.of(
                        "customerId",
                        customer.get("id").asString(),
                        "issuedOn",
                        "2026-01-05",
                        "dueOn",
                        "2026-02-05",
                        "total",
                        Map.of("amount", 4_242, "currency", "EUR")));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json().get("id").asString();
    }

    private static String payment(Rest rest, JsonNode customer) {
        for (int i = 0; i < 100; i++) {
            var paid = rest.all("/api/v1/payments?status=RECEIVED&customerId="
                    + customer.get("id").asString());
            if (!paid.isEmpty() && paid.getFirst().get("amount").get("amount").asLong() == 4_242) {
                return paid.getFirst().get("id").asString();
            }
            PackagedServer.sleep(200);
        }
        throw new AssertionError("the payment was not booked");
    }

    /** What the one who may see the screen finds on it, so that its absence elsewhere means something. */
    List<String> seenOn(Screen screen, JsonNode invoice, JsonNode customer) {
        return switch (screen.path().replaceAll(".*:", "")) {
            case "invoice" -> List.of(invoice.get("number").asString());
            case "import" -> List.of(FILE, "OURS-1");
            case "customer" -> List.of(customer.get("name").asString());
            case "payment" -> List.of("42.42");
            default -> List.of();
        };
    }
}
