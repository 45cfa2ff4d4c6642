package com.duemate.platform.invoicing.pdf;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/** What the file says of itself, in the two places where files do; it names nobody but the tenant. */
record PaperFacts(String title, String name, String language, LocalDate date) {

    private static final String XMP_BEGIN = """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:dc="http://purl.org/dc/elements/1.1/"\
             xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
            <pdfaid:part>3</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance><dc:format>application/pdf</dc:format>
            """;
    private static final String XMP_END = """
            </xmp:ModifyDate>
            </rdf:Description></rdf:RDF></x:xmpmeta>
            <?xpacket end="r"?>""";

    static PaperFacts of(InvoiceSheet sheet, PaperWords words) {
        return new PaperFacts(
                PrintableText.row(words.title(sheet.heading())),
                PrintableText.row(sheet.brand().name()),
                words.languageTag(),
                sheet.heading().issuedOn());
    }

    /** The information dictionary (ISO 32000-1, 14.3.3). */
    String info() {
        var midnight = "(D:" + DateTimeFormatter.BASIC_ISO_DATE.format(date) + "000000Z)";
        var tenant = unicode(name);
        return "<</Title " + unicode(title) + "/Author " + tenant + "/Producer " + tenant + "/CreationDate " + midnight
                + "/ModDate " + midnight + ">>";
    }

    /** ISO 16684-1, with the identification of ISO 19005-3, 6.6.4. */
    byte[] xmp() {
        var tenant = escaped(name);
        var midnight = date + "T00:00:00Z";
        return (XMP_BEGIN
                        + ("<dc:language><rdf:Bag><rdf:li>" + language + "</rdf:li></rdf:Bag></dc:language>\n")
                        + ("<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escaped(title))
                        + ("</rdf:li></rdf:Alt></dc:title>\n<dc:creator><rdf:Seq><rdf:li>" + tenant)
                        + ("</rdf:li></rdf:Seq></dc:creator><pdf:Producer>" + tenant + "</pdf:Producer>\n")
                        + ("<xmp:CreateDate>" + midnight + "</xmp:CreateDate><xmp:ModifyDate>" + midnight)
                        + XMP_END)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String unicode(String text) {
        return "<FEFF" + HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_16BE)) + ">";
    }
}
