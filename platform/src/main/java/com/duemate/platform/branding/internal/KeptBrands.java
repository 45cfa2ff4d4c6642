package com.duemate.platform.branding.internal;

import com.duemate.platform.audit.AuditTrail;
import com.duemate.platform.branding.Brand;
import com.duemate.platform.branding.Brands;
import com.duemate.platform.files.Files;
import com.duemate.platform.kernel.EmailAddress;
import com.duemate.platform.scope.MayManage;
import com.duemate.platform.scope.Scopes;
import com.duemate.platform.tenancy.Tenants;
import com.duemate.themes.BrandStyle;
import com.duemate.themes.BrandValues;
import com.duemate.themes.HexColour;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class KeptBrands implements Brands {

    private static final String ROOM = "branding";
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final Pattern CONTROL =
            Pattern.compile("[\\p{Cntrl}&&[^\\n]]|[\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]");

    private final JdbcClient jdbc;
    private final Tenants tenants;
    private final Files files;
    private final AuditTrail trail;

    KeptBrands(JdbcClient jdbc, Tenants tenants, Files files, AuditTrail trail) {
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.files = files;
        this.trail = trail;
    }

    @Override
    @Transactional(readOnly = true)
    public Brand current() {
        return jdbc.sql("select name, accent, logo_sha256, footer, sender_name, reply_to, version from branding.brand")
                .query((row, _) -> new Brand(
                        row.getString("name"),
                        row.getString("accent"),
                        row.getString("logo_sha256"),
                        row.getString("footer"),
                        row.getString("sender_name"),
                        row.getString("reply_to"),
                        row.getInt("version")))
                .optional()
                .orElseGet(() -> unbranded(tenants.current().name()));
    }

    private static Brand unbranded(String name) {
        return new Brand(name, BrandValues.NEUTRAL.accentLight().value(), null, "", name, null, 0);
    }

    @Override
    @MayManage
    @Transactional
    public Outcome change(Draft draft) {
        var name = draft.name().strip();
        var sender = draft.senderName().isBlank() ? name : draft.senderName().strip();
        var footer = draft.footer().strip();
        var replyTo = draft.replyTo().strip();
        if (name.isEmpty() || name.length() > 120 || CONTROL.matcher(name).find() || name.contains("\n")) {
            return new Outcome.Refused("name", "branding.refused.name");
        }
        if (!COLOUR.matcher(draft.accent()).matches()) {
            return new Outcome.Refused("accent", "branding.refused.accent");
        }
        if (footer.length() > 400
                || footer.lines().count() > 6
                || CONTROL.matcher(footer).find()
                || footer.lines().anyMatch(line -> line.length() > 240)) {
            return new Outcome.Refused("footer", "branding.refused.footer");
        }
        if (sender.length() > 120 || CONTROL.matcher(sender).find() || sender.contains("\n")) {
            return new Outcome.Refused("senderName", "branding.refused.name");
        }
        if (!replyTo.isEmpty() && EmailAddress.parse(replyTo).isEmpty()) {
            return new Outcome.Refused("replyTo", "branding.refused.replyTo");
        }
        var logo = current().logoSha256();
        return save(new Brand(
                name,
                draft.accent().toLowerCase(java.util.Locale.ROOT),
                logo,
                footer,
                sender,
                replyTo.isEmpty() ? null : replyTo,
                0));
    }

    @Override
    @MayManage
    @Transactional
    public Outcome changeLogo(InputStream image) {
        byte[] png;
        try {
            png = LogoImage.reencode(image);
        } catch (LogoImage.BadLogo e) {
            return new Outcome.Refused("logo", e.reason);
        }
        try {
            return save(withLogo(files.store(ROOM, "image/png", new ByteArrayInputStream(png))
                    .sha256()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    @MayManage
    @Transactional
    public void removeLogo() {
        save(withLogo(null));
    }

    private Brand withLogo(@Nullable String sha256) {
        var now = current();
        return new Brand(now.name(), now.accent(), sha256, now.footer(), now.senderName(), now.replyTo(), 0);
    }

    private Outcome save(Brand brand) {
        int version = jdbc.sql("""
                        insert into branding.brand (name, accent, logo_sha256, footer, sender_name, reply_to, version)
                        values (?, ?, ?, ?, ?, ?, 1)
                        on conflict (tenant_id) do update set name = excluded.name, accent = excluded.accent,
                            logo_sha256 = excluded.logo_sha256, footer = excluded.footer, sender_name = excluded.sender_name,
                            reply_to = excluded.reply_to, version = branding.brand.version + 1
                        returning version""")
                .param(brand.name())
                .param(brand.accent())
                .param(brand.logoSha256())
                .param(brand.footer())
                .param(brand.senderName())
                .param(brand.replyTo())
                .query(Integer.class)
                .single();
        trail.record("branding.change", Scopes.tenant().value(), Map.of("version", version));
        return new Outcome.Changed(version);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<byte[]> logo() {
        return Optional.ofNullable(current().logoSha256())
                .flatMap(sha256 -> files.open(ROOM, sha256))
                .map(path -> {
                    try {
                        return java.nio.file.Files.readAllBytes(path);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    @Override
    @Transactional(readOnly = true)
    public String styleSheet() {
        return BrandStyle.of(BrandValues.ofAccent(new HexColour(current().accent())))
                .stylesheet();
    }
}
