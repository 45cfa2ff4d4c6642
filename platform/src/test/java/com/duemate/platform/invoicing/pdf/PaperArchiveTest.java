package com.duemate.platform.invoicing.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.kernel.Money;
import com.duemate.themes.text.Texts;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The printed invoice as a file for the archive (ISO 19005-3), whether its signs are common or not. */
class PaperArchiveTest {

    static Stream<InvoiceSheet> sheets() {
        return Stream.of(
                SampleSheets.german(1, 80),
                SampleSheets.german(2, 3),
                SampleSheets.english(3, 12),
                SampleSheets.foreign(4, 60));
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void isValid(InvoiceSheet sheet) throws Exception {
        var file = InvoicePaper.render(sheet);
        assertThat(PaperCheck.faults(file)).isEmpty();
        assertThat(String.join("\n", PaperCheck.pages(file)))
                .contains(
                        sheet.heading().number(),
                        PrintableText.row(sheet.billTo().name()));
    }

    @ParameterizedTest
    @CsvSource({"2, png", "10, png", "12, png", "13, png", "5, jpg", "10, jpg"})
    void isValidWithAnyKindOfLogo(int kind, String format) throws Exception {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(60, 20, kind), format, bytes);
        var sheet = SampleSheets.english(1, 2).withLogo(new InvoiceSheet.Logo(bytes.toByteArray()));
        var file = InvoicePaper.render(sheet);
        assertThat(file).contains("/Image".getBytes(StandardCharsets.US_ASCII));
        assertThat(PaperCheck.faults(file)).isEmpty();
    }

    @Test
    void aLineTallerThanAPageLosesNothing() throws Exception {
        var rows = IntStream.range(100, 300).mapToObj(i -> "row " + i).toList();
        var line = new InvoiceSheet.Line(
                String.join("\n", rows), BigDecimal.ONE, Money.of(100, "EUR"), Money.of(100, "EUR"));
        var sheet = SampleSheets.english(1, 2);
        var file = InvoicePaper.render(new InvoiceSheet(
                sheet.brand(),
                sheet.locale(),
                sheet.heading(),
                sheet.billTo(),
                List.of(line),
                sheet.sums(),
                sheet.payment()));
        var text = String.join("\n", PaperCheck.pages(file));
        assertThat(rows).allSatisfy(row -> assertThat(text).containsOnlyOnce(row));
        assertThat(PaperCheck.faults(file)).isEmpty();
    }

    @Test
    void packsWhatIsLong() {
        assertThat(InvoicePaper.render(SampleSheets.english(1, 400)).length)
                .isLessThan(InvoicePaper.render(SampleSheets.english(1, 3)).length + 60_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://pay.northwind.example/i/8fK3", "https://a.example/////////////////////////////////"})
    void theCodeSaysTheLink(String link) throws Exception {
        var modules = QrModules.of(link);
        var bits = new BitMatrix(modules.getWidth());
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y) == 1) {
                    bits.set(x, y);
                }
            }
        }
        assertThat(new Decoder().decode(bits).getText()).isEqualTo(link);
    }

    @Test
    void theCheckSeesWhatIsWrong() {
        assertThat(PaperCheck.faults(OrdinaryPaper.render(SampleSheets.english(1, 3))))
                .isNotEmpty();
    }

    /** What is drawn by our own hand breaks lines and pages where OpenPDF does. */
    @ParameterizedTest
    @MethodSource("sheets")
    void saysTheSameOnEachPageAsOpenPdfWould(InvoiceSheet sheet) throws Exception {
        assertThat(words(InvoicePaper.render(sheet))).isEqualTo(words(OrdinaryPaper.render(sheet)));
    }

    @Test
    void carriesTheCommonFontsOrJustTheSignsItNeeds() {
        var common = InvoicePaper.render(SampleSheets.german(1, 3));
        var other = InvoicePaper.render(SampleSheets.foreign(1, 3));
        assertThat(InvoicePaper.render(SampleSheets.english(2, 3))).startsWith(Arrays.copyOf(common, 100_000));
        assertThat(other.length).isLessThan(common.length / 2);
        assertThat(InvoicePaper.render(SampleSheets.foreign(1, 3))).isEqualTo(other);
    }

    @Test
    void knowsAllThatItSaysItselfAmongTheCommonSigns() {
        var texts = Texts.strict(getClass().getClassLoader());
        for (var language : Texts.LANGUAGES) {
            var signs = new BitSet();
            texts.keys("invoicing", language).stream()
                    .filter(key -> key.startsWith("invoicing.pdf."))
                    .flatMapToInt(key -> texts.text(language, key, Map.of("number", "1", "page", 1, "pages", 1))
                            .chars())
                    .forEach(signs::set);
            assertThat(CommonSigns.hold(signs)).as(language.toString()).isTrue();
        }
    }

    @Test
    void tellsContentsApart() {
        var sheet = SampleSheets.english(1, 3);
        assertThat(InvoicePaper.contentHash(sheet, "a"))
                .isEqualTo(InvoicePaper.contentHash(SampleSheets.english(1, 3).withLogo(null), "a"))
                .isNotEqualTo(InvoicePaper.contentHash(sheet, "b"))
                .isNotEqualTo(InvoicePaper.contentHash(sheet, null))
                .isNotEqualTo(InvoicePaper.contentHash(SampleSheets.english(2, 3), "a"))
                .isNotEqualTo(InvoicePaper.contentHash(SampleSheets.german(1, 3), "a"));
    }

    private static List<List<String>> words(byte[] file) throws IOException {
        return PaperCheck.pages(file).stream()
                .map(page -> Stream.of(page.split("\\s+")).sorted().toList())
                .toList();
    }
}
