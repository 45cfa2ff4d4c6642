package com.duemate.server.journey;

import com.duemate.platform.testkit.MoneyInvariants;
import com.duemate.server.journey.Auditor.Decision;
import com.duemate.server.journey.Auditor.Entry;
import com.duemate.server.journey.Auditor.Imported;
import com.duemate.server.journey.Auditor.Made;
import com.duemate.server.journey.Auditor.Message;
import com.duemate.server.journey.Auditor.Payment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import tools.jackson.databind.JsonNode;

/** What is there: over REST, and where REST does not say it, out of the embedded PostgreSQL of a data directory. */
final class Evidence {

    private final Path data;

    Evidence(Path data) {
        this.data = data;
    }

    static List<Made> invoices(Rest rest) {
        return rest.all("/api/v1/invoices").stream()
                .map(each -> new Made(text(each, "id"), text(each, "subject"), text(each, "number")))
                .toList();
    }

    static List<Message> messages(Rest rest) {
        return rest.all("/api/v1/messages").stream()
                .map(each -> new Message(
                        text(each, "id"),
                        text(each, "kind"),
                        text(each, "customerId"),
                        Instant.parse(text(each, "queuedAt")),
                        text(each, "status"),
                        text(each, "reason"),
                        texts(each.get("about"))))
                .toList();
    }

    static List<Payment> payments(Rest rest) {
        return rest.all("/api/v1/payments").stream()
                .map(each -> new Payment(
                        text(each, "id"),
                        text(each, "status"),
                        each.get("receiptNumber").isNull() ? null : text(each, "receiptNumber"),
                        texts(each.get("invoiceIds"))))
                .toList();
    }

    static List<Imported> imports(Rest rest) {
        return rest.all("/api/v1/imports").stream()
                .map(each -> new Imported(
                        text(each, "fileName"),
                        text(each, "state"),
                        each.get("rows").asLong(),
                        each.get("created").asLong(),
                        each.get("rejected").asLong()))
                .toList();
    }

    record Tenant(String id, String slug) {}

    List<Tenant> tenants() throws IOException, SQLException {
        try (var superuser = superuser()) {
            return rows(
                    superuser,
                    "select id, slug from tenancy.tenant",
                    row -> new Tenant(row.getString(1), row.getString(2)));
        }
    }

    /** What is under way, as nobody but the database can tell once the server is gone. */
    List<String> unfinished() throws IOException, SQLException {
        try (var superuser = superuser()) {
            return rows(superuser, """
                    select 'import ' || state || ' ' || done || '/' || total from imports.import where phase is not null
                    union all select 'event ' || name || ' x ' || count(*) from messaging.outbox where status = 'NEW' group by name
                    union all select 'message ' || status || ' x ' || count(*) from notifications.message
                      where status in ('QUEUED', 'SENDING') group by status
                    union all select 'payment ' || status || ' x ' || count(*) from payments.payment
                      where status in ('STARTED', 'IN_FLIGHT') group by status""", row -> row.getString(1));
        }
    }

    /** How many rows the commit under way has taken; -1 when none is under way. */
    long committed() throws IOException, SQLException {
        try (var superuser = superuser()) {
            return rows(
                            superuser,
                            "select coalesce(max(done), -1) from imports.import where state = 'COMMITTING'",
                            row -> row.getLong(1))
                    .getFirst();
        }
    }

    List<Decision> decisions(Tenant tenant) throws IOException, SQLException {
        try (var connection = as(tenant)) {
            return rows(
                    connection,
                    "select invoice_id, cycle, position, customer_id, outcome, message_id from reminders.decision",
                    row -> new Decision(
                            row.getString(1),
                            row.getInt(2),
                            row.getInt(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6)));
        }
    }

    /** How often each of the tenant's own names for a payment was booked. */
    List<String> references(Tenant tenant) throws IOException, SQLException {
        try (var connection = as(tenant)) {
            return rows(
                    connection,
                    "select reference from payments.payment where provider = 'manual' and received_at is not null",
                    row -> row.getString(1));
        }
    }

    List<String> brokenChain(Tenant tenant) throws IOException, SQLException {
        try (var connection = as(tenant)) {
            var entries = rows(
                    connection,
                    "select * from audit.entry order by sequence",
                    row -> new Entry(
                            row.getLong("sequence"),
                            row.getString("action"),
                            row.getString("subject"),
                            row.getString("actor"),
                            row.getString("facts"),
                            instant(row, "business_at"),
                            instant(row, "system_at"),
                            row.getBytes("previous"),
                            row.getBytes("hash")));
            var head = rows(connection, "select hash from audit.head", row -> row.getBytes(1));
            return Auditor.chain(entries, head.isEmpty() ? new byte[32] : head.getFirst());
        }
    }

    /** What breaks one of the twelve rules of money, and steps that are decided and planned still. */
    List<String> brokenBooks(Tenant tenant) throws IOException, SQLException {
        var faults = new ArrayList<String>();
        try (var connection = as(tenant)) {
            for (var rule : MoneyInvariants.statements().entrySet()) {
                for (var offender : rows(connection, rule.getValue(), row -> row.getString(1))) {
                    faults.add(tenant.slug() + ": " + rule.getKey() + ": " + offender);
                }
            }
            rows(connection, """
                    select s.invoice_id from reminders.scheduled_step s join reminders.decision d
                      on d.invoice_id = s.invoice_id and d.cycle = s.cycle and d.position = s.position""", row -> row.getString(1))
                    .forEach(invoice -> faults.add("a step of " + invoice + " is decided and planned still"));
        }
        return faults;
    }

    /** Two minutes in a moment: what a process that is gone had claimed is anybody's again. */
    void letLeasesRunOut() throws IOException, SQLException {
        try (var superuser = superuser();
                var statement = superuser.createStatement()) {
            for (var table : List.of(
                    "messaging.outbox",
                    "notifications.message",
                    "imports.import",
                    "payments.pending",
                    "reminders.turn",
                    "reminders.shard",
                    "reminders.worker")) {
                statement.execute(
                        "update %s set leased_until = leased_until - interval '2 minutes' where leased_until > clock_timestamp()"
                                .formatted(table));
            }
            statement.execute(
                    "update payments.sandbox_delivery set ready_at = ready_at - interval '2 minutes' where status = 'WAITING'");
        }
    }

    private Connection superuser() throws IOException, SQLException {
        return connect("postgres", "");
    }

    private Connection as(Tenant tenant) throws IOException, SQLException {
        return connect("duemate_tenant", "-c app.tenant_id=" + tenant.id());
    }

    private Connection connect(String login, String options) throws IOException, SQLException {
        var passwords = new Properties();
        try (var in = Files.newBufferedReader(data.resolve("secrets.properties"))) {
            passwords.load(in);
        }
        var port =
                Files.readAllLines(data.resolve("postgres/18/postmaster.pid")).get(3);
        var properties = new Properties();
        properties.setProperty("user", login);
        properties.setProperty("password", passwords.getProperty(login));
        if (!options.isEmpty()) {
            properties.setProperty("options", options);
        }
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:%s/duemate".formatted(port), properties);
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static <T> List<T> rows(Connection connection, String sql, Reader<T> reader) throws SQLException {
        var all = new ArrayList<T>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            while (row.next()) {
                all.add(reader.read(row));
            }
        }
        return all;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).isNull() ? "" : node.get(field).asString();
    }

    private static List<String> texts(JsonNode list) {
        var all = new ArrayList<String>();
        list.forEach(each -> all.add(each.asString()));
        return all;
    }
}
