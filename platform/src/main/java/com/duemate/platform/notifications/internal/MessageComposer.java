package com.duemate.platform.notifications.internal;

import com.duemate.platform.branding.Brands;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.notifications.BrandLook;
import com.duemate.platform.notifications.Channel;
import com.duemate.platform.notifications.MessageRenderer;
import com.duemate.platform.notifications.OutgoingMessage;
import com.duemate.platform.notifications.RenderedMessage;
import com.duemate.platform.notifications.TemplateRef;
import com.duemate.platform.scope.HandleKind;
import com.duemate.platform.scope.Handles;
import com.duemate.platform.tenancy.Tenants;
import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Renders messages in the tenant's brand and gives each its own way out. */
@Component
class MessageComposer {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 24;

    private final MessageRenderer renderer;
    private final Brands brands;
    private final Tenants tenants;
    private final Handles handles;

    MessageComposer(MessageRenderer renderer, Brands brands, Tenants tenants, Handles handles) {
        this.renderer = renderer;
        this.brands = brands;
        this.tenants = tenants;
        this.handles = handles;
    }

    /** @param wayOut address that ends such messages; null for messages to users */
    record Composed(
            UUID id,
            OutgoingMessage message,
            RenderedMessage content,
            @Nullable String wayOut) {}

    List<Composed> compose(List<OutgoingMessage> messages) {
        var portal = tenants.current().portalUrl();
        var look = look(portal);
        var waysOut = new ArrayList<Handles.Entry>();
        var composed = messages.stream()
                .map(message -> compose(message, look, portal, waysOut))
                .toList();
        if (!waysOut.isEmpty()) {
            handles.registerAll(HandleKind.UNSUBSCRIBE, waysOut);
        }
        return composed;
    }

    private Composed compose(OutgoingMessage message, BrandLook look, String portal, List<Handles.Entry> waysOut) {
        var id = Ids.next();
        var model = new HashMap<String, Object>(message.model());
        if (!message.recipientName().isBlank()) {
            model.putIfAbsent("recipientName", message.recipientName());
        }
        String wayOut = null;
        var customer = message.customer();
        if (customer != null) {
            var secret = secret();
            wayOut = portal + "/u/" + secret;
            var registration =
                    new Handles.Registration(customer, message.channel().name(), null);
            waysOut.add(new Handles.Entry(secret, id, registration));
            model.put("unsubscribeUrl", URI.create(wayOut));
        }
        return new Composed(id, message, render(message, look, model), wayOut);
    }

    private RenderedMessage render(OutgoingMessage message, BrandLook look, HashMap<String, Object> model) {
        var template = TemplateRef.of(message.kind(), message.variant());
        var full = renderer.render(template, message.locale(), look, model);
        return message.channel() == Channel.SMS
                ? renderer.sms(template, message.locale(), look, model)
                        .map(words -> new RenderedMessage(full.subject(), full.html(), words))
                        .orElse(full)
                : full;
    }

    private BrandLook look(String portal) {
        var brand = brands.current();
        return BrandLook.of(
                brand.senderName(),
                brand.accent(),
                brand.logoSha256() == null ? null : portal + "/brand/logo?v=" + brand.version(),
                brand.footer());
    }

    private static String secret() {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
