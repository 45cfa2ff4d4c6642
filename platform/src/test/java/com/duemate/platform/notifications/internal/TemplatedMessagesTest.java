package com.duemate.platform.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.duemate.platform.kernel.Money;
import com.duemate.platform.notifications.BrandLook;
import com.duemate.platform.notifications.MessageFacts;
import com.duemate.platform.notifications.MessageKind;
import com.duemate.platform.notifications.RenderedMessage;
import com.duemate.platform.notifications.Situation;
import com.duemate.platform.notifications.TemplateRef;
import com.duemate.platform.notifications.TemplateText;
import com.duemate.platform.notifications.Tone;
import com.duemate.platform.notifications.rendering.TemplateEngine;
import com.duemate.platform.notifications.rendering.TemplateFailed;
import com.duemate.themes.text.Texts;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TemplatedMessagesTest {

    private static final URI LINK = URI.create("https://pay.northwind.example/i/8fK3?a=1&b=2");
    private static final URI WAY_OUT = URI.create("https://pay.northwind.example/u/Qm3");
    private static final TemplateRef REMINDER = TemplateRef.reminder(Tone.FRIENDLY, Situation.LATE);
    private static final BrandLook NORTHWIND = new BrandLook(
            "Northwind Studio", "#2447C6", "#ffffff", "https://pay.northwind.example/logo.png", "Rua 12\nLisboa");

    private final TemplatedMessages messages = new TemplatedMessages(new TemplateEngine());

    @ParameterizedTest
    @MethodSource("everyTemplate")
    void rendersEveryKindToneSituationAndLanguage(TemplateRef template, Locale locale) {
        for (var facts : facts(template.kind())) {
            var message = messages.render(template, locale, NORTHWIND, model(facts, "Ana Ferreira"));
            assertThat(message.subject()).isNotBlank();
            for (var form : List.of(message.html(), message.text())) {
                assertThat(form)
                        .contains("Ana Ferreira", "Northwind Studio", "Lisboa")
                        .doesNotContain("{{", "}}")
                        .doesNotContainIgnoringCase("DueMate");
            }
            assertThat(message.html()).contains("href=\"https://pay.northwind.example/i/8fK3?a=1&amp;b=2\"");
            assertThat(message.text()).contains(LINK.toString()).doesNotContain("<", "&amp;");
        }
    }

    @ParameterizedTest
    @MethodSource("everyTemplate")
    void passesItsOwnCheck(TemplateRef template, Locale locale) {
        var text = new ShippedTemplates().find(template, locale);
        assertThat(new SavedTemplateCheck().check(template.kind(), text)).isEmpty();
        boolean isShort = template.kind() == MessageKind.REMINDER || template.kind() == MessageKind.RECEIPT;
        assertThat(text.sms() != null).isEqualTo(isShort);
    }

    @ParameterizedTest
    @MethodSource("everyTemplate")
    void saysNothingOfTheDebtWhereOthersMayReadAndNeverThreatens(TemplateRef template, Locale locale) {
        var message = messages.render(
                template, locale, NORTHWIND, model(facts(template.kind()).getFirst(), "Ana"));
        var sms = messages.sms(
                template, locale, NORTHWIND, model(facts(template.kind()).getFirst(), "Ana"));
        assertThat(message.subject() + sms.orElse(""))
                .doesNotContainPattern("(?i)\\b(due|late|overdue|owe|debt|unpaid|remind|fällig|überfällig|mahn|offen)")
                .doesNotContain("€", "!");
        assertThat(message.text())
                .doesNotContainPattern("(?i)legal|lawyer|court|collection|final notice|inkasso|anwalt|gericht|mahn|!!");
    }

    @Test
    void listsWhatIsOpenAndSumsItByCurrency() {
        var message = messages.render(REMINDER, Locale.ENGLISH, NORTHWIND, model(several(), "Ana"));
        assertThat(message.text())
                .contains("Invoice 1042: €4,820.00\nDue on 2 November 2026 · 9 days late")
                .contains("Total: €6,120.00\nTotal: US$99.00")
                .contains("Stop these messages: " + WAY_OUT);
        assertThat(message.html())
                .contains(
                        "9 days late", "€6,120.00", "US$99.00", "/p/1042.pdf", "#2447C6", "prefers-color-scheme: dark")
                .contains("href=\"" + WAY_OUT + "\"");
    }

    @Test
    void speaksTheReadersLanguageAndFallsBackToEnglish() {
        assertThat(messages.render(REMINDER, Locale.GERMANY, NORTHWIND, model(one(), "Ana"))
                        .text())
                .contains("Guten Tag Ana", "4.820,00\u00A0€", "2. November 2026 · seit 9 Tagen");
        assertThat(messages.render(REMINDER, Locale.forLanguageTag("fi-FI"), NORTHWIND, model(one(), "Ana"))
                        .text())
                .contains("Hello Ana", "€4,820.00", "2 November 2026");
    }

    @Test
    void greetsWithoutANameAndShowsNoEmptyLogo() {
        var plain = new BrandLook("Northwind Studio", "#2447C6", "#ffffff", null, "");
        var message = messages.render(REMINDER, Locale.ENGLISH, plain, model(one(), null));
        assertThat(message.text()).startsWith("Hello,\n\n");
        assertThat(message.html()).doesNotContain("<img");
    }

    @Test
    void takesNoMarkupFromNames() {
        var evil = "<img src=x onerror=\"alert('1')\">{{payUrl}}";
        var look = new BrandLook(evil, "#2447C6", "#ffffff", null, evil);
        var message = messages.render(REMINDER, Locale.ENGLISH, look, model(invoice(evil, null), evil));
        assertThat(message.html()).doesNotContain("<img").contains("&lt;img src=x onerror=&quot;alert(&#39;1&#39;)");
        assertThat(message.text()).contains(evil);
    }

    @Test
    void takesNoHeaderFromNames() {
        var evil = "Ana\r\nBcc: everyone@x.example\u2028\u0000X";
        var look = new BrandLook(evil, "#2447C6", "#ffffff", null, "");
        for (var tone : Tone.values()) {
            for (var situation : Situation.values()) {
                var ref = TemplateRef.reminder(tone, situation);
                var message = messages.render(ref, Locale.ENGLISH, look, model(one(), evil));
                assertThat(message.subject()).doesNotContainPattern("[\\p{Cntrl}\\u2028\\u2029\\u0085]");
                assertThat(message.text().lines()).noneMatch(line -> line.startsWith("Bcc"));
            }
        }
    }

    @Test
    void refusesToBeMadeWithAnUnfitSubject() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RenderedMessage("a\nb", "", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new RenderedMessage("a\u2029b", "", ""));
    }

    @Test
    void refusesAddressesThatAreNotOfTheWeb() {
        var model = model(one(), "Ana");
        model.put("payUrl", "javascript:alert(1)");
        assertThatExceptionOfType(TemplateFailed.class)
                .isThrownBy(() -> messages.render(REMINDER, Locale.ENGLISH, NORTHWIND, model))
                .withMessageContaining("payUrl");
    }

    @Test
    void namesAFactThatIsMissing() {
        var model = model(one(), "Ana");
        model.remove("unsubscribeUrl");
        assertThatExceptionOfType(TemplateFailed.class)
                .isThrownBy(() -> messages.render(REMINDER, Locale.ENGLISH, NORTHWIND, model))
                .withMessageContaining("unsubscribeUrl");
    }

    @Test
    void showsATemplateOnlyWhatItsVocabularyNames() {
        var own = new TemplateText("Hello", "<p>{{secret}}</p>{{button}}", null);
        var model = model(one(), "Ana");
        model.put("secret", "leaked");
        assertThatExceptionOfType(TemplateFailed.class)
                .isThrownBy(() -> messages.render(own, REMINDER, Locale.ENGLISH, NORTHWIND, model));
    }

    @Test
    void putsATenantsOwnWordsInTheSameFrame() {
        var own = new TemplateText(
                "Hi from {{senderName}}",
                "<h2>Hi</h2><ul>{{#each invoices}}<li>{{number}} <a href=\"{{payUrl}}\">pay &amp; go</a></li>{{/each}}</ul>",
                null);
        var message = messages.render(own, REMINDER, Locale.ENGLISH, NORTHWIND, model(several(), "Ana"));
        assertThat(message.subject()).isEqualTo("Hi from Northwind Studio");
        assertThat(message.text()).startsWith("Hi\n\n- 1042 pay & go: " + LINK + "\n- 1057");
        assertThat(message.html()).contains("<h2>Hi</h2>", "Stop these messages");
    }

    @Test
    void boundsARunawayTemplate() {
        var own = new TemplateText("Hi", "{{#each invoices}}" + "x".repeat(15_000) + "{{/each}}{{button}}", null);
        var invoices =
                IntStream.range(0, 100).mapToObj(i -> open("" + i, 0, null)).toList();
        var model = model(new MessageFacts.OpenInvoices(invoices, LINK, WAY_OUT), "Ana");
        assertThatExceptionOfType(TemplateFailed.class)
                .isThrownBy(() -> messages.render(own, REMINDER, Locale.ENGLISH, NORTHWIND, model))
                .withMessageContaining("characters");
    }

    @Test
    void hasEveryTextInEveryLanguage() {
        var texts = Texts.strict(getClass().getClassLoader());
        var english = texts.keys("notifications", Locale.ENGLISH);
        assertThat(Texts.LANGUAGES).hasSizeGreaterThan(1).allSatisfy(language -> assertThat(
                        texts.keys("notifications", language))
                .isEqualTo(english));
    }

    @Test
    void readsTheVariantItWrites() {
        everyTemplate().map(arguments -> (TemplateRef) arguments.get()[0]).forEach(ref -> assertThat(
                        TemplateRef.of(ref.kind().key(), ref.variant()))
                .isEqualTo(ref));
        assertThatIllegalArgumentException().isThrownBy(() -> TemplateRef.of("reminder", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> TemplateRef.of("receipt", "firm/late"));
        assertThatIllegalArgumentException().isThrownBy(() -> TemplateRef.of("reminder", "rude/late"));
    }

    static Stream<Arguments> everyTemplate() {
        var reminders = Arrays.stream(Tone.values())
                .flatMap(tone -> Arrays.stream(Situation.values()).map(when -> TemplateRef.reminder(tone, when)));
        var others = Arrays.stream(MessageKind.values())
                .filter(kind -> kind != MessageKind.REMINDER)
                .map(TemplateRef::of);
        return Stream.concat(reminders, others)
                .flatMap(ref -> Texts.LANGUAGES.stream().map(locale -> Arguments.of(ref, locale)));
    }

    private static List<MessageFacts> facts(MessageKind kind) {
        return switch (kind) {
            case REMINDER, PAYMENT_LINK -> List.of(one(), several());
            case RECEIPT ->
                List.of(new MessageFacts.Receipt(
                        Money.of(500000, "EUR"),
                        LocalDate.of(2026, 11, 12),
                        List.of(
                                new MessageFacts.SettledInvoice("1042", Money.of(482000, "EUR"), Money.of(0, "EUR")),
                                new MessageFacts.SettledInvoice(
                                        "1057", Money.of(18000, "EUR"), Money.of(112000, "EUR"))),
                        LINK,
                        WAY_OUT));
            case MAGIC_LINK -> List.of(new MessageFacts.MagicLink(LINK, Duration.ofMinutes(15)));
            case INVITATION -> List.of(new MessageFacts.Invitation("Rui Alves", LINK, Duration.ofDays(7)));
            case SENDING_ALARM -> List.of(new MessageFacts.SendingAlarm("240 reminders went out.", LINK));
            case SENDING_DIGEST ->
                List.of(new MessageFacts.SendingDigest(
                        LocalDate.of(2026, 11, 13), 240, 12, "Larkin Ltd (EUR 4,820.00)", LINK));
        };
    }

    private static MessageFacts one() {
        return invoice("1042", URI.create("https://pay.northwind.example/p/1042.pdf"));
    }

    private static MessageFacts invoice(String number, @Nullable URI pdf) {
        return new MessageFacts.OpenInvoices(List.of(open(number, 9, pdf)), LINK, WAY_OUT);
    }

    private static MessageFacts several() {
        return new MessageFacts.OpenInvoices(
                List.of(
                        open("1042", 9, URI.create("https://pay.northwind.example/p/1042.pdf")),
                        new MessageFacts.OpenInvoice(
                                "1057", LocalDate.of(2026, 11, 11), Money.of(130000, "EUR"), 0, null),
                        new MessageFacts.OpenInvoice(
                                "1061", LocalDate.of(2026, 12, 1), Money.of(9900, "USD"), 0, null)),
                LINK,
                WAY_OUT);
    }

    private static MessageFacts.OpenInvoice open(String number, int daysLate, @Nullable URI pdf) {
        return new MessageFacts.OpenInvoice(number, LocalDate.of(2026, 11, 2), Money.of(482000, "EUR"), daysLate, pdf);
    }

    private static Map<String, Object> model(MessageFacts facts, @Nullable String recipient) {
        var model = new HashMap<>(facts.model());
        if (recipient != null) {
            model.put("recipientName", recipient);
        }
        return model;
    }
}
