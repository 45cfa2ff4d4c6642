package com.duemate.platform.invoicing.pdf;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;

/**
 * Writes drawn pages as PDF/A-3u (ISO 19005-3). The first objects have fixed numbers: 1 catalogue, 2 pages, 3 information,
 * 4 metadata, then those of {@link PaperPrologue} and of the logo.
 */
final class PaperFile {

    private static final int CATALOGUE = 1;
    private static final int PAGES = 2;
    private static final int INFORMATION = 3;
    private static final int METADATA = 4;
    private static final int USUAL_REST = 24 * 1024;
    private static final int PRINTED = 4;

    /** Bytes of drawing. What is less is little beside the fonts, and to pack it would take longer than all the rest. */
    private static final int WORTH_PACKING = 32 * 1024;

    private final PaperBytes out;
    private final PaperPrologue prologue;
    private int[] places = new int[64];
    private int objects = PaperPrologue.PROFILE;
    private final boolean pictured;
    private final boolean packs;

    private PaperFile(PaperPrologue prologue, boolean pictured, boolean packs) {
        this.packs = packs;
        this.prologue = prologue;
        this.pictured = pictured;
        out = new PaperBytes(USUAL_REST);
        System.arraycopy(prologue.places(), 0, places, objects, prologue.places().length);
        objects += prologue.places().length;
    }

    /** @param content digest of all that stands on the pages, for the identifier (ISO 32000-1, 14.4) */
    static byte[] of(
            List<PaperPage> pages,
            PaperPrologue prologue,
            Optional<LogoPicture> logo,
            PaperFacts facts,
            byte[] content) {
        int drawn = pages.stream().mapToInt(page -> page.content().length()).sum();
        var file = new PaperFile(prologue, logo.isPresent(), drawn > WORTH_PACKING);
        return file.write(pages, logo, facts, content);
    }

    private byte[] write(List<PaperPage> pages, Optional<LogoPicture> logo, PaperFacts facts, byte[] content) {
        logo.ifPresent(this::picture);
        var kids = new StringBuilder();
        for (var page : pages) {
            kids.append(page(page)).append(" 0 R ");
        }
        at(PAGES).add("<</Type/Pages/Count ").add(pages.size());
        out.add("/MediaBox[0 0 595 842]/Kids[").add(kids.toString()).add("]>>\nendobj\n");
        at(INFORMATION).add(facts.info()).add("\nendobj\n");
        var xmp = facts.xmp();
        at(METADATA).add("<</Type/Metadata/Subtype/XML/Length ").add(xmp.length);
        out.add(">>\nstream\n").add(xmp).add("\nendstream\nendobj\n");
        at(CATALOGUE).add("<</Type/Catalog/Pages 2 0 R/Metadata 4 0 R/Lang(").add(facts.language());
        out.add(")/ViewerPreferences<</DisplayDocTitle true>>/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1");
        out.add("/OutputConditionIdentifier(")
                .add(ScreenColours.NAME)
                .add(")/Info(")
                .add(ScreenColours.NAME);
        out.add(")/DestOutputProfile ").add(PaperPrologue.PROFILE).add(" 0 R>>]>>\nendobj\n");
        trailer(HexFormat.of().formatHex(content, 0, 16));
        return out.after(prologue.bytes());
    }

    private int place() {
        return prologue.bytes().length + out.length();
    }

    /** Begins an object of a fixed number. */
    private PaperBytes at(int number) {
        places[number] = place();
        return out.add(number).add(" 0 obj\n");
    }

    private int next() {
        int number = objects++;
        if (number == places.length) {
            places = Arrays.copyOf(places, 2 * number);
        }
        places[number] = place();
        out.add(number).add(" 0 obj\n");
        return number;
    }

    private void picture(LogoPicture logo) {
        var mask = logo.mask();
        next();
        out.add(mask == null ? new byte[] {'n', 'u', 'l', 'l'} : mask).add("\nendobj\n");
        next();
        out.add(logo.image()).add("\nendobj\n");
    }

    private int page(PaperPage page) {
        int content = next();
        var shown = packs ? packed(page.content()) : page.content();
        out.add(packs ? "<</Filter/FlateDecode/Length " : "<</Length ").add(shown.length());
        out.add(">>\nstream\n").add(shown.array(), shown.length()).add("\nendstream\nendobj\n");
        var annotations = new StringBuilder();
        for (var link : page.links()) {
            annotations.append(annotation(link)).append(" 0 R ");
        }
        int number = next();
        out.add("<</Type/Page/Parent 2 0 R/Contents ").add(content).add(" 0 R/Resources<</Font<</F1 ");
        out.add(PaperPrologue.REGULAR)
                .add(" 0 R/F2 ")
                .add(PaperPrologue.SEMIBOLD)
                .add(" 0 R>>");
        if (pictured) {
            out.add("/XObject<</L ").add(LogoPicture.IMAGE).add(" 0 R>>");
        }
        out.add(">>");
        if (!annotations.isEmpty()) {
            out.add("/Annots[").add(annotations.toString()).add(']');
        }
        out.add(">>\nendobj\n");
        return number;
    }

    /** Printed, as the standard asks of every annotation (ISO 19005-3, 6.3.2). */
    private int annotation(PaperPage.Link link) {
        int number = next();
        out.add("<</Type/Annot/Subtype/Link/F ").add(PRINTED).add("/Border[0 0 0]/Rect[");
        out.add(link.left())
                .add(link.bottom())
                .add(link.right())
                .add(link.top())
                .add("]/A<</S/URI/URI(");
        link.address().chars().forEach(out::escaped);
        out.add(")>>>>\nendobj\n");
        return number;
    }

    private static PaperBytes packed(PaperBytes content) {
        var packed = new PaperBytes(content.length() / 2 + 64);
        var piece = new byte[4 * 1024];
        var deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(content.array(), 0, content.length());
            deflater.finish();
            while (!deflater.finished()) {
                packed.add(piece, deflater.deflate(piece));
            }
        } finally {
            deflater.end();
        }
        return packed;
    }

    private void trailer(String id) {
        int at = place();
        out.add("xref\n0 ").add(objects).add("\n0000000000 65535 f \n");
        for (int number = 1; number < objects; number++) {
            var place = Integer.toString(places[number]);
            out.add("0000000000".substring(place.length())).add(place).add(" 00000 n \n");
        }
        out.add("trailer\n<</Size ").add(objects).add("/Root 1 0 R/Info 3 0 R/ID [<");
        out.add(id).add("><").add(id).add(">]>>\nstartxref\n").add(at).add("\n%%EOF\n");
    }
}
