package com.duemate.platform.reminders;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReminderTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void saysEveryReasonWithTheFactsItHas(String language) throws IOException {
        var texts = texts(language);
        for (var reason : Reason.values()) {
            var sentence = new MessageFormat(texts.getString(reason.textKey()), new ULocale(language));
            var facts = reason.facts().stream().map(Fact::argument).collect(Collectors.toSet());

            assertThat(facts).as(reason.name()).containsAll(sentence.getArgumentNames());
            assertThat(sentence.format(examples(reason)))
                    .as(reason.name())
                    .doesNotContain("{", "}", "null")
                    .endsWith(".");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void hasNoTextTooManyAndNoneTooFew(String language) throws IOException {
        var keys = new TreeSet<String>();
        Arrays.stream(Reason.values()).map(Reason::textKey).forEach(keys::add);
        Arrays.stream(PolicyProblem.Kind.values())
                .map(kind -> new PolicyProblem(kind, 1).textKey())
                .forEach(keys::add);
        Arrays.stream(Outcome.values())
                .map(outcome -> "reminders.outcome." + outcome)
                .forEach(keys::add);
        Arrays.stream(Tone.values()).map(tone -> "reminders.tone." + tone).forEach(keys::add);
        Arrays.stream(StepChannel.values())
                .map(channel -> "reminders.channel." + channel)
                .forEach(keys::add);

        assertThat(new TreeSet<>(texts(language).keySet())).isEqualTo(keys);
    }

    private static Map<String, Object> examples(Reason reason) {
        var examples = new HashMap<String, Object>();
        for (var fact : reason.facts()) {
            examples.put(
                    fact.argument(),
                    switch (fact.kind()) {
                        case NUMBER -> 1;
                        case WORD -> Set.of(Fact.CHANNEL, Fact.WANTED_CHANNEL).contains(fact) ? "SMS" : "FIRM";
                        case MOMENT, DAY, TIME, AMOUNT -> "(" + fact + ")";
                    });
        }
        return examples;
    }

    private static PropertyResourceBundle texts(String language) throws IOException {
        var file = requireNonNull(
                ReminderTextsTest.class.getResourceAsStream("/texts/reminders_" + language + ".properties"));
        try (var reader = new InputStreamReader(file, UTF_8)) {
            return new PropertyResourceBundle(reader);
        }
    }
}
