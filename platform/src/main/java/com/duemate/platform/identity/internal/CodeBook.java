package com.duemate.platform.identity.internal;

import com.duemate.platform.identity.SecondFactor.Offer;
import com.duemate.platform.kernel.SecurityClock;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** Second factors of accounts, whoever asks for them. A code counts once. */
@Component
class CodeBook {

    private final AccountRows accounts;
    private final SealedSecrets seals;
    private final SecurityClock clock;

    CodeBook(AccountRows accounts, SealedSecrets seals, SecurityClock clock) {
        this.accounts = accounts;
        this.seals = seals;
        this.clock = clock;
    }

    /** @param issuer who the authenticator app shall say this is for */
    Offer offer(StoredAccount account, String issuer) {
        var secret = Totp.newSecret();
        accounts.offerTotp(account.ref(), seals.seal(secret, account.ref().place("totp")));
        var text = Totp.base32(secret);
        return new Offer(
                text,
                "otpauth://totp/%s:%s?secret=%s&issuer=%s"
                        .formatted(encode(issuer), encode(account.email()), text, encode(issuer)));
    }

    boolean confirm(StoredAccount account, String code) {
        var offered = account.totpOffered();
        if (offered == null) {
            return false;
        }
        var step = Totp.step(seals.open(offered, account.ref().place("totp")), code, clock.now(), 0);
        step.ifPresent(used -> accounts.setTotp(account.ref(), offered, used));
        return step.isPresent();
    }

    boolean accepts(StoredAccount account, String code) {
        var totp = account.totp();
        if (totp == null) {
            return false;
        }
        var step = Totp.step(seals.open(totp, account.ref().place("totp")), code, clock.now(), account.totpStep());
        return step.isPresent() && accounts.useStep(account.ref(), step.getAsLong());
    }

    void takeOff(AccountRef account) {
        accounts.setTotp(account, null, 0);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
