package com.duemate.platform.notifications.internal;

import com.duemate.platform.branding.Brand;
import com.duemate.platform.notifications.Channel;
import org.springframework.stereotype.Component;

/** The ways out of the house that are set up. */
@Component
class Channels {

    private final SmtpChannel smtp;

    Channels(SmtpChannel smtp) {
        this.smtp = smtp;
    }

    /** What the other side said. */
    sealed interface Result {

        record Sent() implements Result {}

        /** Certainly not sent. @param reason a text key */
        record NotSent(String reason, boolean tryAgain) implements Result {}

        /** Certainly not sent, for nobody was there to take anything: tried again however often. @param reason a text key */
        record Away(String reason) implements Result {}

        /** It may or may not have been sent: the answer was lost. */
        record Unknown() implements Result {}
    }

    /** @param brand of the tenant whose letter it is */
    Result send(Letter letter, Brand brand) {
        return letter.channel() == Channel.EMAIL
                ? smtp.send(letter, brand)
                : new Result.NotSent("notifications.reason.noChannel", false);
    }
}
