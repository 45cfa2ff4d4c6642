package com.duemate.platform.invoicing.pdf;

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
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** Invoices with all that one may hold: logo, code, taxes, something paid. */
public final class SampleSheets {

    private static final byte[] LOGO = logo();

    private SampleSheets() {}

    /** @param number also told by the first line, so that no two are alike */
    public static InvoiceSheet german(int number, int lines) {
        return sheet(
                Locale.GERMANY, number, lines, "Größenänderung, Maßanfertigung № ", "Bäckerei Müller & Söhne GmbH");
    }

    public static InvoiceSheet english(int number, int lines) {
        return sheet(Locale.UK, number, lines, "Brand refresh, sprint ", "Larkin & Sons Ltd");
    }

    /** Some of it in scripts that few invoices use. */
    public static InvoiceSheet foreign(int number, int lines) {
        return sheet(Locale.ENGLISH, number, lines, "Дизайн, етап ", "Ελληνικά Ταχυδρομεία 株");
    }

    private static InvoiceSheet sheet(Locale locale, int number, int lines, String what, String whom) {
        long net =
                IntStream.rangeClosed(1, lines).mapToLong(SampleSheets::cents).sum();
        long tax = net * 19 / 100;
        return new InvoiceSheet(
                new Brand(
                        "Northwind Studio",
                        "#2447C6",
                        new Logo(LOGO),
                        List.of("Rua do Século 12", "1200-435 Lisboa", "hello@northwind.example"),
                        List.of("Northwind Studio Lda · NIPC 514 332 118", "IBAN PT50 0002 0123 1234 5678 9015 4")),
                locale,
                new Heading(
                        Stage.ISSUED,
                        "2026-" + number,
                        LocalDate.of(2026, 10, 2),
                        LocalDate.of(2026, 11, 2),
                        "PO 77-" + number),
                new Party(whom, List.of("12 Quay Street", "Bristol BS1 4XY", "United Kingdom")),
                IntStream.rangeClosed(1, lines)
                        .mapToObj(i -> new Line(
                                what + i + (i % 4 == 0 ? "\nzwei Tage “vor Ort”, Fahrt inbegriffen" : ""),
                                BigDecimal.ONE,
                                eur(cents(i)),
                                eur(cents(i))))
                        .toList(),
                new Sums(
                        eur(net),
                        List.of(new Tax("VAT 19 %", eur(tax))),
                        eur(net + tax),
                        eur(1_000),
                        eur(net + tax - 1_000)),
                new Payment(
                        URI.create("https://pay.northwind.example/i/8fK3" + number),
                        true,
                        List.of("Zahlbar ohne Abzug. Vielen Dank!")));
    }

    static long cents(int line) {
        return 12_345L + 1_111L * line;
    }

    private static Money eur(long cents) {
        return Money.of(cents, "EUR");
    }

    private static byte[] logo() {
        var image = new BufferedImage(480, 120, BufferedImage.TYPE_INT_ARGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(0x2447C6));
        pen.fillOval(4, 4, 112, 112);
        pen.setColor(new Color(0x24, 0x47, 0xC6, 0x80));
        pen.fillRoundRect(140, 30, 330, 60, 20, 20);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
