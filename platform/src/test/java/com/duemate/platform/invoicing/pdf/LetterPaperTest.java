package com.duemate.platform.invoicing.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.duemate.platform.kernel.Money;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LetterPaperTest {

    private static final String LINK = "https://pay.northwind.example/p/8fK3abcdefghijklmnopqrstuvwxyz0123456789ABCDEF";

    static Stream<LetterSheet> letters() {
        return Stream.of(
                letter(Locale.GERMANY, "Bäckerei Müller & Söhne GmbH", 3),
                letter(Locale.UK, "Larkin & Sons Ltd", 1),
                letter(Locale.ENGLISH, "Ελληνικά Ταχυδρομεία 株", 40),
                letter(Locale.UK, "Larkin ".repeat(28).strip(), 2).with(null, null));
    }

    @ParameterizedTest
    @MethodSource("letters")
    void isValidForTheArchiveAndSaysAll(LetterSheet letter) throws Exception {
        var file = LetterPaper.render(letter);

        assertThat(PaperCheck.faults(file)).isEmpty();
        var pages = PaperCheck.pages(file);
        var words = String.join("\n", pages).replaceAll("\\s+", " ");
        assertThat(words)
                .contains("12 Quay Street", "Bristol", "billing@northwind.example", "C-17")
                .contains(PrintableText.row(letter.heading().subject()));
        letter.demand().items().forEach(item -> assertThat(words).contains(item.number()));
        assertThat(pages).hasSize(letter.demand().items().size() > 30 ? 3 : 1);
    }

    @Test
    void theSameLetterHasTheSameBytesAndAnotherOnesHashTellsItApart() {
        var letter = letter(Locale.GERMANY, "Larkin", 3);
        assertThat(LetterPaper.render(letter)).isEqualTo(LetterPaper.render(letter(Locale.GERMANY, "Larkin", 3)));

        assertThat(LetterPaper.contentHash(letter, "a"))
                .isEqualTo(LetterPaper.contentHash(letter.with(null, null), "a"))
                .isNotEqualTo(LetterPaper.contentHash(letter, "b"))
                .isNotEqualTo(LetterPaper.contentHash(letter(Locale.GERMANY, "Larkin", 2), "a"))
                .isNotEqualTo(LetterPaper.contentHash(letter(Locale.GERMANY, "Larkin Ltd", 3), "a"));
    }

    @Test
    void asksForSomethingAndLeadsNowhereElseThanToTheWeb() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LetterSheet.Demand(List.of(), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> letter(Locale.UK, "x", 1).with(null, URI.create("javascript:x")));
    }

    private static LetterSheet letter(Locale locale, String recipient, int items) {
        return letter(locale, recipient, items, SampleSheets.english(1, 1).brand(), URI.create(LINK));
    }

    private static LetterSheet letter(
            Locale locale, String recipient, int items, InvoiceSheet.Brand brand, @Nullable URI link) {
        long total =
                IntStream.rangeClosed(1, items).mapToLong(SampleSheets::cents).sum();
        return new LetterSheet(
                brand,
                locale,
                new LetterSheet.Envelope(
                        "Northwind Studio · Rua do Século 12 · 1200-435 Lisboa",
                        List.of(recipient, "12 Quay Street", "Bristol", "BS1 4XY", "UNITED KINGDOM")),
                new LetterSheet.Heading(
                        LocalDate.of(2026, 11, 22),
                        "C-17",
                        "Northwind Studio",
                        "billing@northwind.example",
                        "Your open invoices"),
                new LetterSheet.Text(
                        "Dear " + recipient
                                + ",\n\nIt is easily missed in a busy week: we have not seen your payment for all"
                                + " of these invoices yet. If it is on its way, thank you, and please leave this letter aside.",
                        "Is something unclear? Please write to billing@northwind.example, and we will find a way.\n\n"
                                + "Kind regards\nNorthwind Studio"),
                new LetterSheet.Demand(
                        IntStream.rangeClosed(1, items)
                                .mapToObj(i -> new LetterSheet.Item(
                                        "2026-" + (1_000 + i),
                                        LocalDate.of(2026, 9, 2),
                                        LocalDate.of(2026, 10, 2),
                                        Money.of(SampleSheets.cents(i), "EUR")))
                                .toList(),
                        List.of(Money.of(total, "EUR"))),
                link);
    }
}
