package com.duemate.platform.imports;

import com.duemate.platform.kernel.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tables of customers and invoices on their way in. A worker stages, commits and undoes them; commands return at once and
 * {@link #find} tells how far it is, also after a restart. The same file again changes nothing.
 */
public interface Imports {

    /** Longest file taken, in bytes. */
    long MAX_BYTES = 256L << 20;

    /**
     * Stores the file and begins to stage it.
     *
     * @throws FileTooLarge beyond {@link #MAX_BYTES}
     * @throws IOException when the stream or the disk fails
     */
    ImportId start(Upload upload) throws IOException;

    Optional<ImportDetails> find(ImportId id);

    /** Newest first. @param states only these; all when empty */
    Page<ImportDetails> list(List<ImportState> states, int limit, @Nullable String cursor);

    /** In the order of the file. */
    Page<ImportRow> rows(ImportId id, RowQuery query);

    /** The first errors, in the order of the file. */
    List<ImportError> errors(ImportId id, int limit);

    /** What an undo left in place, in no particular order. */
    Page<Kept> kept(ImportId id, int limit, @Nullable String cursor);

    /** Stages the file anew with other meanings of its columns; only before it is committed. */
    Outcome remap(ImportId id, Map<String, ImportField> mapping);

    /** Takes over what is new and changed. Committing twice is committing once. */
    Outcome commit(ImportId id);

    /** Takes back what nobody has built upon since the commit, and tells by {@link #kept} what it kept. */
    Outcome undo(ImportId id);

    /**
     * Writes the refused rows as they stood, with the reasons beside them: CSV in UTF-8 that no spreadsheet computes.
     *
     * @param language of the reasons
     * @throws IOException when the stream or the disk fails
     */
    void writeRefused(ImportId id, Locale language, OutputStream out) throws IOException;

    /** @param dryRun stage it for looking only; @param mapping header to field, as a person chose; the others are found out */
    record Upload(String fileName, InputStream bytes, boolean dryRun, Map<String, ImportField> mapping) {}

    /** @param verdict any when null; @param limit 1 to 200; @param cursor of the previous page */
    record RowQuery(
            @Nullable RowVerdict verdict,
            int limit,
            @Nullable String cursor) {}

    /** @param reason a text key */
    record Kept(Kind kind, UUID subject, String number, String reason) {

        /** What was kept. */
        public enum Kind {
            CUSTOMER,
            INVOICE
        }
    }

    /** What became of a command. */
    sealed interface Outcome {

        record Accepted() implements Outcome {}

        /** @param reason a text key of bundle {@code imports} */
        record Refused(String reason) implements Outcome {}

        record Unknown() implements Outcome {}
    }

    /** The file has more than {@link #MAX_BYTES}. */
    final class FileTooLarge extends IOException {

        private static final long serialVersionUID = 1L;

        public FileTooLarge() {
            super("more than " + MAX_BYTES + " bytes");
        }
    }
}
