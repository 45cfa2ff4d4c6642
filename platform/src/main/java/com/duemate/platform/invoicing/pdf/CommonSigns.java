package com.duemate.platform.invoicing.pdf;

import java.util.BitSet;

/** The signs nearly every invoice is written in: Latin with its extensions, punctuation, currencies, some symbols. */
final class CommonSigns {

    private static final int[][] BLOCKS = {
        {0x0020, 0x007E}, // Basic Latin
        {0x00A0, 0x00AC}, // Latin-1 Supplement, without the soft hyphen
        {0x00AE, 0x00FF},
        {0x0100, 0x024F}, // Latin Extended-A and -B
        {0x1E00, 0x1EFF}, // Latin Extended Additional
        {0x2007, 0x200A}, // General Punctuation, without what has no width or turns the direction
        {0x2010, 0x2027},
        {0x202F, 0x205F},
        {0x2070, 0x209C}, // Superscripts and Subscripts
        {0x20A0, 0x20C0}, // Currency Symbols
        {0x2100, 0x214F}, // Letterlike Symbols
        {0x2150, 0x2189}, // Number Forms
        {0x2212, 0x2212}, // minus
        {0x25A1, 0x25A1}, // the box for what the font lacks
    };

    private static final BitSet SIGNS = signs();

    private CommonSigns() {}

    static boolean hold(BitSet signs) {
        var others = (BitSet) signs.clone();
        others.andNot(SIGNS);
        return others.isEmpty();
    }

    /** All of them, by code. */
    static String all() {
        return text(SIGNS);
    }

    static String text(BitSet signs) {
        var text = new StringBuilder();
        signs.stream().forEach(text::appendCodePoint);
        return text.toString();
    }

    private static BitSet signs() {
        var signs = new BitSet();
        for (var block : BLOCKS) {
            for (int c = block[0]; c <= block[1]; c++) {
                signs.set(c, PaperFace.REGULAR.has(c) && PaperFace.SEMIBOLD.has(c));
            }
        }
        return signs;
    }
}
