package com.duemate.platform.invoicing.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Reads printed invoices as others do. */
public final class PaperCheck {

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private PaperCheck() {}

    /** What breaks PDF/A-3u, as veraPDF sees it; empty for a valid file. */
    public static List<String> faults(byte[] file) {
        var flavour = PDFAFlavour.PDFA_3_U;
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(file), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            var result = validator.validate(parser);
            var faults = result.getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() != TestAssertion.Status.PASSED)
                    .map(PaperCheck::told)
                    .toList();
            return faults.isEmpty() && !result.isCompliant() ? List.of("not compliant") : faults;
        } catch (VeraPDFException | IOException e) {
            return List.of("unreadable: " + e);
        }
    }

    private static String told(TestAssertion assertion) {
        return assertion.getRuleId().getClause() + " " + assertion.getMessage() + " at "
                + assertion.getLocation().getContext();
    }

    /** The text of each page. */
    public static List<String> pages(byte[] file) throws IOException {
        try (var reader = new PdfReader(file)) {
            var pages = new ArrayList<String>();
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                pages.add(new PdfTextExtractor(reader).getTextFromPage(page).replace('\u00A0', ' '));
            }
            return pages;
        }
    }
}
