package com.duemate.platform.notifications;

import com.duemate.platform.kernel.Money;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a message is about, kind by kind; the names of the components are the names in the model. */
public sealed interface MessageFacts {

    /** For {@link MessageRenderer}; add {@code recipientName} where it is known. */
    Map<String, Object> model();

    /**
     * Open invoices: for reminders, and for payment links sent by hand.
     *
     * @param invoices the oldest first; never empty
     */
    record OpenInvoices(List<OpenInvoice> invoices, URI payUrl, URI unsubscribeUrl) implements MessageFacts {

        @Override
        public Map<String, Object> model() {
            return Map.of(
                    "invoices", invoices.stream().map(OpenInvoice::model).toList(),
                    "payUrl", payUrl,
                    "unsubscribeUrl", unsubscribeUrl);
        }
    }

    /**
     * @param amount what is open
     * @param daysLate days past due; 0 when it is not late
     * @param pdfUrl where the invoice can be read without signing in, or null
     */
    record OpenInvoice(
            String number,
            LocalDate dueOn,
            Money amount,
            int daysLate,
            @Nullable URI pdfUrl) {

        Map<String, Object> model() {
            var model = new HashMap<String, Object>(
                    Map.of("number", number, "dueOn", dueOn, "amount", amount, "daysLate", daysLate));
            if (pdfUrl != null) {
                model.put("pdfUrl", pdfUrl);
            }
            return model;
        }
    }

    /** A payment that arrived. */
    record Receipt(Money amount, LocalDate paidOn, List<SettledInvoice> invoices, URI receiptUrl, URI unsubscribeUrl)
            implements MessageFacts {

        @Override
        public Map<String, Object> model() {
            return Map.of(
                    "amount", amount,
                    "paidOn", paidOn,
                    "invoices", invoices.stream().map(SettledInvoice::model).toList(),
                    "receiptUrl", receiptUrl,
                    "unsubscribeUrl", unsubscribeUrl);
        }
    }

    /**
     * @param amount what this payment brought to the invoice
     * @param stillOpen what is left of it; zero when it is settled
     */
    record SettledInvoice(String number, Money amount, Money stillOpen) {

        Map<String, Object> model() {
            var model = new HashMap<String, Object>(Map.of("number", number, "amount", amount));
            if (!stillOpen.isZero()) {
                model.put("stillOpen", stillOpen);
            }
            return model;
        }
    }

    record MagicLink(URI signInUrl, Duration validFor) implements MessageFacts {

        @Override
        public Map<String, Object> model() {
            return Map.of("signInUrl", signInUrl, "validFor", validFor);
        }
    }

    record Invitation(String inviterName, URI acceptUrl, Duration validFor) implements MessageFacts {

        @Override
        public Map<String, Object> model() {
            return Map.of("inviterName", inviterName, "acceptUrl", acceptUrl, "validFor", validFor);
        }
    }

    /** @param found what was far from usual, as a sentence in the reader's language */
    record SendingAlarm(String found, URI lookUrl) implements MessageFacts {

        @Override
        public Map<String, Object> model() {
            return Map.of("found", found, "lookUrl", lookUrl);
        }
    }

    /**
     * @param messages that go out on the day if nothing changes
     * @param usual at most, on such a day
     * @param largest who is asked for the most, in the reader's language
     */
    record SendingDigest(LocalDate day, long messages, long usual, String largest, URI lookUrl)
            implements MessageFacts {

        @Override
        public Map<String, Object> model() {
            return Map.of("day", day, "messages", messages, "usual", usual, "largest", largest, "lookUrl", lookUrl);
        }
    }
}
