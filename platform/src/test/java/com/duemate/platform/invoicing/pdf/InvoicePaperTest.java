package com.duemate.platform.invoicing.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duemate.platform.invoicing.pdf.InvoiceSheet.Brand;
import com.duemate.platform.invoicing.pdf.InvoiceSheet.Heading;
import com.duemate.platform.invoicing.pdf.InvoiceSheet.Line;
import com.duemate.platform.invoicing.pdf.InvoiceSheet.Logo;
import com.duemate.platform.invoicing.pdf.InvoiceSheet.Party;
import com.duemate.platform.invoicing.pdf.InvoiceSheet.Payment;
import com.duemate.platform.invoicing.pdf.InvoiceSheet.Stage;
import com.duemate.platform.invoicing.pdf.InvoiceSheet.Sums;
import com.duemate.platform.invoicing.pdf.InvoiceSheet.Tax;
import com.duemate.platform.kernel.Money;
import com.duemate.themes.text.Texts;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpdf.text.pdf.PRStream;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

class InvoicePaperTest {

    private static final Line LINE = line("Brand refresh");

    @Test
    void saysWhoWhatWhenAndHowMuch() throws Exception {
        assertThat(text(InvoicePaper.render(sheet(Locale.ENGLISH, LINE))))
                .contains("Northwind Studio", "Invoice 1042", "Billed to", "Larkin Ltd", "2 October 2026")
                .contains("2 November 2026", "Brand refresh", "3,200.00", "VAT 20 %", "€4,820.00", "−€1,000.00")
                .contains("€3,820.00", "pay.northwind.example/i/8fK3", "NIPC 514 332 118", "Page 1 of 1");
    }

    @Test
    void speaksAndCountsLikeTheCustomer() throws Exception {
        assertThat(text(InvoicePaper.render(sheet(Locale.GERMANY, LINE))))
                .contains("Rechnung 1042", "Zahlbar bis", "2. November 2026", "3.200,00", "3.820,00", "Seite 1 von 1");
    }

    @Test
    void answersALanguageItLacksInEnglishThroughout() throws Exception {
        assertThat(text(InvoicePaper.render(sheet(Locale.forLanguageTag("fi"), LINE))))
                .contains("Invoice 1042", "2 November 2026", "€3,820.00");
    }

    @Test
    void writesYenWithoutDecimals() throws Exception {
        var sums = new Sums(yen(4820), List.of(), yen(4820), yen(0), yen(4820));
        var sheet = new InvoiceSheet(
                brand(null),
                Locale.ENGLISH,
                heading(Stage.ISSUED, "7"),
                party("Hal"),
                List.of(new Line("Tea", new BigDecimal("2.50"), yen(1928), yen(4820))),
                sums,
                payment(null));
        assertThat(text(InvoicePaper.render(sheet)))
                .contains("¥4,820", "1,928", "2.5")
                .doesNotContain("4,820.0");
    }

    @Test
    void givesTheSameBytesForTheSameSheetOnAnyThread() throws Exception {
        var expected = InvoicePaper.render(sheet(Locale.ENGLISH, LINE));
        try (var pool = Executors.newFixedThreadPool(4)) {
            var others =
                    pool.invokeAll(Collections.nCopies(24, () -> InvoicePaper.render(sheet(Locale.ENGLISH, LINE))));
            for (var other : others) {
                assertThat(other.get()).isEqualTo(expected);
            }
        }
    }

    @Test
    void givesOtherIdentifiersToOtherInvoices() {
        var one = new String(InvoicePaper.render(sheet(Locale.ENGLISH, LINE)), StandardCharsets.ISO_8859_1);
        var other = new String(
                InvoicePaper.render(sheet(Locale.ENGLISH, line("Another line"))), StandardCharsets.ISO_8859_1);
        assertThat(identifier(one)).hasSize(32).isNotEqualTo(identifier(other));
    }

    @Test
    void namesNobodyButTheTenant() throws Exception {
        var file = InvoicePaper.render(sheet(Locale.ENGLISH, LINE));
        assertThat(everythingIn(file)).doesNotContainIgnoringCase("duemate", "openpdf", "itext", "lowagie", "librepdf");
        try (var reader = new PdfReader(file)) {
            assertThat(reader.getInfo())
                    .containsEntry("Author", "Northwind Studio")
                    .containsEntry("Producer", "Northwind Studio")
                    .containsEntry("Title", "Invoice 1042")
                    .containsEntry("CreationDate", "D:20261002000000Z");
        }
    }

    @Test
    void repeatsTheHeadingRowAndCountsThePages() throws Exception {
        var lines = IntStream.range(0, 120).mapToObj(i -> line("Item " + i)).toArray(Line[]::new);
        var pages = pages(InvoicePaper.render(sheet(Locale.ENGLISH, lines)));
        assertThat(pages).hasSizeGreaterThan(3);
        for (int i = 1; i < pages.size() - 1; i++) {
            assertThat(pages.get(i))
                    .contains("Description", "Unit price", "Northwind Studio  ·  Invoice 1042")
                    .contains("Page " + (i + 1) + " of " + pages.size());
        }
        assertThat(String.join("", pages)).contains("Item 0", "Item 119");
    }

    @Test
    void holdsFiveHundredLinesAndRefusesOneMore() throws Exception {
        var lines = Collections.nCopies(InvoiceSheet.MAX_LINES, LINE).toArray(Line[]::new);
        assertThat(pages(InvoicePaper.render(sheet(Locale.ENGLISH, lines)))).hasSizeLessThan(InvoicePaper.MAX_PAGES);

        var tooMany = Collections.nCopies(InvoiceSheet.MAX_LINES + 1, LINE).toArray(Line[]::new);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sheet(Locale.ENGLISH, tooMany))
                .withMessageContaining("500");
    }

    @Test
    void refusesWhatNeedsMoreThanFortyPages() {
        var lines = Collections.nCopies(300, line("word ".repeat(400))).toArray(Line[]::new);
        assertThatThrownBy(() -> InvoicePaper.render(sheet(Locale.ENGLISH, lines)))
                .isInstanceOf(PaperTooLong.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "\u0000\u0007\u001b[31m", "a\r\nb\tc", "(\\)<<>>/Name endstream endobj", "<b>&amp;</b>",
                "\u202Eevil\u202C", "\ud800", "e\u0301\u0301\u0301", "{number} '{'", "👩‍👩‍👧‍👦", "%PDF-1.7"
            })
    void setsHostileTextsAnywhere(String text) throws Exception {
        var sheet = new InvoiceSheet(
                new Brand(text, "#ffffff", new Logo(new byte[] {1, 2, 3}), List.of(text), List.of(text)),
                Locale.ENGLISH,
                heading(Stage.DRAFT, text),
                new Party(text, List.of(text)),
                List.of(line(text)),
                sums(),
                new Payment(URI.create("https://pay.example/" + "x".repeat(400)), true, List.of(text)));
        assertThat(text(InvoicePaper.render(sheet)))
                .contains("Billed to", "€3,820.00")
                .doesNotContain("\u202E", "\u0007");
    }

    @Test
    void breaksEndlessWordsButNeverAFigure() throws Exception {
        var huge = Money.of(999_999_999_999L, "EUR");
        var line = new Line("W".repeat(2_000), new BigDecimal("123456789.123456"), huge, huge);
        assertThat(text(InvoicePaper.render(sheet(Locale.ENGLISH, line))))
                .contains("9,999,999,999.99", "123,456,789.123456");
        var free = new Line("Bits", new BigDecimal("1E+15"), eur(0), eur(0));
        assertThat(text(InvoicePaper.render(sheet(Locale.ENGLISH, free)))).contains("1,000,000,000,000,000");
    }

    @Test
    void showsABoxForWhatTheFontLacksAndDropsWhatCannotBeSeen() {
        assertThat(PrintableText.row("株 ＡＢＣ Żółć Ελλάδα Київ é")).isEqualTo("□ ABC Żółć Ελλάδα Київ é");
        assertThat(PrintableText.row("\u202Eevil\u202C\u0000")).isEqualTo("evil");
    }

    @Test
    void asksForNoMoneyOnDraftsVoidedAndPaidInvoices() throws Exception {
        for (var stage : List.of(Stage.DRAFT, Stage.VOID)) {
            assertThat(text(InvoicePaper.render(sheet(stage, sums())))).doesNotContain("Pay online", "pay.northwind");
        }
        var settled = new Sums(eur(482000), List.of(), eur(482000), eur(482000), eur(0));
        assertThat(text(InvoicePaper.render(sheet(Stage.ISSUED, settled))))
                .contains("Paid in full")
                .doesNotContain("Pay online");
    }

    @Test
    void setsTheNameInTypeWhenTheLogoCannotBeRead() throws Exception {
        var bomb = png();
        bomb[16] = 0x7f;
        for (var bytes : List.of(bomb, new byte[0], "GIF89a".getBytes(StandardCharsets.US_ASCII))) {
            assertThat(text(InvoicePaper.render(sheet(brand(new Logo(bytes)))))).contains("Northwind Studio");
        }
        assertThat(InvoicePaper.render(sheet(brand(new Logo(png())))))
                .contains("/Image".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void refusesMixedCurrenciesAndLinksThatAreNotWebAddresses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sheet(Locale.ENGLISH, new Line("x", BigDecimal.ONE, yen(1), yen(1))));
        assertThatIllegalArgumentException().isThrownBy(() -> payment(URI.create("javascript:alert(1)")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Brand("x", "red", null, List.of(), List.of()));
    }

    @Test
    void hasEveryTextInEveryLanguage() {
        var texts = Texts.strict(getClass().getClassLoader());
        var english = texts.keys("invoicing", Locale.ENGLISH).stream()
                .filter(key -> key.startsWith("invoicing.pdf."))
                .toList();
        assertThat(english).isNotEmpty();
        assertThat(Texts.LANGUAGES).allSatisfy(language -> assertThat(texts.keys("invoicing", language))
                .containsAll(english));
    }

    private static InvoiceSheet sheet(Locale locale, Line... lines) {
        return new InvoiceSheet(
                brand(null),
                locale,
                heading(Stage.ISSUED, "1042"),
                party("Larkin Ltd"),
                List.of(lines),
                sums(),
                link());
    }

    private static InvoiceSheet sheet(Stage stage, Sums sums) {
        return new InvoiceSheet(
                brand(null), Locale.ENGLISH, heading(stage, "1042"), party("Larkin Ltd"), List.of(LINE), sums, link());
    }

    private static InvoiceSheet sheet(Brand brand) {
        return new InvoiceSheet(
                brand, Locale.ENGLISH, heading(Stage.ISSUED, "1"), party("Larkin Ltd"), List.of(LINE), sums(), link());
    }

    private static Brand brand(@Nullable Logo logo) {
        return new Brand("Northwind Studio", "#2447C6", logo, List.of("Rua do Século 12"), List.of("NIPC 514 332 118"));
    }

    private static Heading heading(Stage stage, String number) {
        return new Heading(stage, number, LocalDate.of(2026, 10, 2), LocalDate.of(2026, 11, 2), null);
    }

    private static Party party(String name) {
        return new Party(name, List.of("12 Quay Street"));
    }

    private static Line line(String description) {
        return new Line(description, BigDecimal.ONE, eur(320000), eur(320000));
    }

    private static Sums sums() {
        return new Sums(eur(401667), List.of(new Tax("VAT 20 %", eur(80333))), eur(482000), eur(100000), eur(382000));
    }

    private static Payment link() {
        return payment(URI.create("https://pay.northwind.example/i/8fK3"));
    }

    private static Payment payment(@Nullable URI link) {
        return new Payment(link, link != null, List.of());
    }

    private static Money eur(long cents) {
        return Money.of(cents, "EUR");
    }

    private static Money yen(long yen) {
        return Money.of(yen, "JPY");
    }

    private static byte[] png() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 10, BufferedImage.TYPE_INT_ARGB), "png", out);
        return out.toByteArray();
    }

    private static String text(byte[] file) throws IOException {
        return String.join("\n", pages(file));
    }

    private static List<String> pages(byte[] file) throws IOException {
        try (var reader = new PdfReader(file)) {
            var pages = new ArrayList<String>();
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                pages.add(new PdfTextExtractor(reader).getTextFromPage(page).replace('\u00A0', ' '));
            }
            return pages;
        }
    }

    /** The file as it is, and every stream in it unpacked. */
    private static String everythingIn(byte[] file) throws IOException {
        var all = new StringBuilder(new String(file, StandardCharsets.ISO_8859_1));
        try (var reader = new PdfReader(file)) {
            for (int i = 0; i < reader.getXrefSize(); i++) {
                if (reader.getPdfObject(i) instanceof PRStream stream) {
                    all.append(new String(PdfReader.getStreamBytes(stream), StandardCharsets.ISO_8859_1));
                }
            }
        }
        return all.toString();
    }

    private static String identifier(String file) {
        int at = file.lastIndexOf("/ID [<") + "/ID [<".length();
        return file.substring(at, file.indexOf('>', at));
    }
}
