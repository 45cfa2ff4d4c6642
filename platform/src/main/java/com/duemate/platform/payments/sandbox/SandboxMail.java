package com.duemate.platform.payments.sandbox;

import com.duemate.platform.kernel.SecurityClock;
import com.duemate.platform.payments.spi.ProviderAccount;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import com.duemate.platform.tenancy.Hosts;
import com.duemate.platform.tenancy.Surface;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Posts a signed notice to ourselves over HTTP, as any provider would; to {@code duemate.payments.sandbox.deliver-to} where the
 * public address of the API is not reachable from here.
 */
@Component
@OnSandbox
@OnRole(ServerRole.WORKER)
class SandboxMail implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SandboxMail.class);
    private static final String DELIVER_TO = "duemate.payments.sandbox.deliver-to";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final SandboxWebhooks webhooks;
    private final Hosts hosts;
    private final Environment environment;
    private final SecurityClock clock;

    SandboxMail(SandboxWebhooks webhooks, Hosts hosts, Environment environment, SecurityClock clock) {
        this.webhooks = webhooks;
        this.hosts = hosts;
        this.environment = environment;
        this.clock = clock;
    }

    /** @return whether somebody took it */
    boolean post(ProviderAccount account, SandboxNotice notice) {
        var body = webhooks.write(notice);
        var base = environment.getProperty(DELIVER_TO, hosts.url(Surface.API));
        var request = HttpRequest.newBuilder(URI.create(base + "/hooks/payments/" + account.endpoint()))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header(SandboxSignature.HEADER, SandboxSignature.sign(account.secret(), body, clock.now()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                LOG.warn("notice {} was answered with {} and will be sent again", notice.id(), status);
            }
            return status / 100 == 2;
        } catch (IOException e) {
            LOG.warn("notice {} was not delivered and will be sent again: {}", notice.id(), e.toString());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
