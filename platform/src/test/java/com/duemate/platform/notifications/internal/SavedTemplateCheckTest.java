package com.duemate.platform.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.notifications.MessageKind;
import com.duemate.platform.notifications.TemplateProblem;
import com.duemate.platform.notifications.TemplateProblem.Part;
import com.duemate.platform.notifications.TemplateProblem.Reason;
import com.duemate.platform.notifications.TemplateText;
import com.duemate.themes.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SavedTemplateCheckTest {

    private final SavedTemplateCheck check = new SavedTemplateCheck();

    @Test
    void acceptsWhatStaysWithinTheVocabulary() {
        assertThat(body("""
                        <h2>Hello{{#if recipientName}} {{recipientName}}{{/if}},</h2>
                        <p>this is <strong>{{ senderName }}</strong> &amp; <a href="https://x.example/?a=1&b=2">us</a>.</p>
                        <ul>{{#each invoices}}<li><a href="{{payUrl}}">{{number}}</a> {{amount}}{{#if lateBy}}, {{lateBy}}{{/if}}</li>{{/each}}</ul>
                        {{#if several}}{{invoiceList}}{{else}}<p>One.<br>Only.</p>{{/if}}
                        {{button}}
                        """)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{{customerName}}                                   | UNKNOWN_PLACEHOLDER",
                "{{number}}                                         | UNKNOWN_PLACEHOLDER",
                "{{this}}                                           | UNKNOWN_PLACEHOLDER",
                "{{#if secret}}x{{/if}}                             | UNKNOWN_PLACEHOLDER",
                "{{#each payUrl}}x{{/each}}                         | UNKNOWN_LIST",
                "{{#each invoices}}{{#each totals}}x{{/each}}{{/each}} | UNKNOWN_LIST",
                "{{{senderName}}}                                   | NOT_UNDERSTOOD",
                "{{&senderName}}                                    | NOT_UNDERSTOOD",
                "{{senderName.class}}                               | NOT_UNDERSTOOD",
                "{{../senderName}}                                  | NOT_UNDERSTOOD",
                "{{> layout}}                                       | NOT_UNDERSTOOD",
                "{{#with a}}x{{/with}}                              | NOT_UNDERSTOOD",
                "{{lookup a b}}                                     | NOT_UNDERSTOOD",
                "{{{{raw}}}}x{{{{/raw}}}}                           | NOT_UNDERSTOOD",
                "{{!-- note --}}                                    | NOT_UNDERSTOOD",
                "{{~senderName}}                                    | NOT_UNDERSTOOD",
                "\\{{senderName}}                                   | NOT_UNDERSTOOD",
                "{{senderName                                       | NOT_UNDERSTOOD",
                "{{@index}}                                         | NOT_UNDERSTOOD",
                "{{#if several}}x                                   | BLOCKS_NOT_PAIRED",
                "x{{/if}}                                           | BLOCKS_NOT_PAIRED",
                "{{else}}                                           | BLOCKS_NOT_PAIRED",
                "{{#if several}}x{{/each}}                          | BLOCKS_NOT_PAIRED",
                "{{several}}                                        | MISPLACED",
                "<p>{{invoiceList}}</p>                             | MISPLACED",
                "{{#each invoices}}{{invoiceList}}{{/each}}         | MISPLACED",
                "{{recipientName}}                                  | MAYBE_MISSING",
                "<script>alert(1)</script>                          | FORBIDDEN_TAG",
                "<img src=x onerror=alert(1)>                       | FORBIDDEN_TAG",
                "<!-- x -->                                         | FORBIDDEN_TAG",
                "a < b                                              | FORBIDDEN_TAG",
                "<{{senderName}}>                                   | FORBIDDEN_TAG",
                "<p style=\"color:red\">x</p>                       | FORBIDDEN_ATTRIBUTE",
                "<p onclick=\"x()\">x</p>                           | FORBIDDEN_ATTRIBUTE",
                "<p title=\"{{senderName}}\">x</p>                  | FORBIDDEN_ATTRIBUTE",
                "<a href=\"{{senderName}}\">x</a>                   | FORBIDDEN_ATTRIBUTE",
                "<a href={{payUrl}}>x</a>                           | FORBIDDEN_ATTRIBUTE",
                "<a href=\"javascript:alert(1)\">x</a>              | FORBIDDEN_ATTRIBUTE",
                "<a href=\"https://x.example/{{senderName}}\">x</a> | FORBIDDEN_ATTRIBUTE",
                "<a href=\"data:text/html,x\">x</a>                 | FORBIDDEN_ATTRIBUTE",
                "<p>x                                               | TAGS_NOT_PAIRED",
                "<p><strong>x</p></strong>                          | TAGS_NOT_PAIRED",
                "{{#if several}}<p>{{/if}}x</p>                     | TAGS_NOT_PAIRED"
            })
    void refusesWhatCannotBeMadeHarmless(String body, Reason reason) {
        assertThat(body(body + "{{button}}"))
                .extracting(TemplateProblem::reason)
                .contains(reason);
    }

    @Test
    void saysWhereAndWhat() {
        assertThat(body("<p>one</p>\n<p>{{customerName}}</p>\n{{button}}"))
                .containsExactly(new TemplateProblem(Part.BODY, 2, Reason.UNKNOWN_PLACEHOLDER, "customerName"));
    }

    @Test
    void wantsTheLinkTheMessageIsSentFor() {
        assertThat(body("<p>Hello</p>")).extracting(TemplateProblem::reason).containsExactly(Reason.NO_LINK);
        assertThat(body("<p><a href=\"{{payUrl}}\">here</a> {{payUrl}}</p>")).isEmpty();
    }

    @Test
    void keepsSubjectsToOneLineOfWords() {
        assertThat(subject("Hello from {{senderName}}")).isEmpty();
        assertThat(subject("a\r\nBcc: b@x.example"))
                .extracting(TemplateProblem::reason)
                .contains(Reason.NOT_UNDERSTOOD);
        assertThat(subject("{{payUrl}}")).extracting(TemplateProblem::reason).contains(Reason.MISPLACED);
        assertThat(subject("{{invoiceList}}"))
                .extracting(TemplateProblem::reason)
                .contains(Reason.MISPLACED);
        assertThat(subject(" ")).extracting(TemplateProblem::reason).contains(Reason.EMPTY);
        assertThat(subject("x".repeat(201))).extracting(TemplateProblem::reason).contains(Reason.TOO_LONG);
    }

    @Test
    void wantsSenderAndWayOutInAShortMessage() {
        var text = new TemplateText("Hello", "{{button}}", "A note: {{payUrl}}");
        assertThat(check.check(MessageKind.REMINDER, text))
                .extracting(TemplateProblem::reason)
                .containsExactly(Reason.NO_SENDER, Reason.NO_WAY_OUT);
    }

    @Test
    void staysQuickAndShortOnAFloodOfNonsense() {
        assertThat(body("<{{".repeat(6_000))).hasSizeLessThanOrEqualTo(60);
        assertThat(body("x".repeat(20_001))).extracting(TemplateProblem::reason).containsExactly(Reason.TOO_LONG);
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void explainsEveryReasonInEveryLanguage(Reason reason) {
        var texts = Texts.strict(getClass().getClassLoader());
        assertThat(Texts.LANGUAGES).allSatisfy(language -> assertThat(texts.keys("notifications", language))
                .contains(reason.key()));
        assertThat(texts.text(Locale.ENGLISH, reason.key(), Map.of("found", "x")))
                .isNotBlank();
    }

    private List<TemplateProblem> body(String body) {
        return check.check(MessageKind.REMINDER, new TemplateText("Hello", body, null));
    }

    private List<TemplateProblem> subject(String subject) {
        return check.check(MessageKind.REMINDER, new TemplateText(subject, "{{button}}", null));
    }
}
