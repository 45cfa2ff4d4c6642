package com.duemate.platform.restapi.v1.imports;

import com.duemate.platform.imports.ImportDetails;
import com.duemate.platform.imports.ImportError;
import com.duemate.platform.imports.ImportField;
import com.duemate.platform.imports.ImportState;
import com.duemate.platform.imports.Imports.Kept;
import com.duemate.themes.text.Texts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Before the commit what it would do, after it what it did.
 *
 * @param percent of the work under way; null when nothing is
 * @param failure why it cannot go on
 * @param created invoices, as are {@code updated}, {@code unchanged} and {@code rejected}
 * @param missing fields no column was found for, without which no row can be taken
 * @param errors the first thousand, in the order of the file
 */
@Schema(name = "Import")
record ImportJson(
        UUID id,
        String fileName,
        ImportState state,
        boolean dryRun,
        @Nullable Integer percent,
        @Nullable String failure,
        long rows,
        long created,
        long updated,
        long unchanged,
        long rejected,
        long customersCreated,
        long customersUpdated,
        List<String> missing,
        UndoJson undo,
        List<ErrorJson> errors,
        Instant startedAt) {

    /** @param kept what somebody has built upon since; @param left the first two hundred of them */
    @Schema(name = "ImportUndo")
    record UndoJson(long removed, long restored, long kept, List<LeftJson> left) {}

    /** An invoice or a customer that an undo left in place, and why. */
    @Schema(name = "LeftByUndo")
    record LeftJson(Kept.Kind kind, UUID id, String number, String reason, String code) {

        static LeftJson of(Kept kept, Texts texts, Locale language) {
            return new LeftJson(
                    kept.kind(), kept.subject(), kept.number(), texts.text(language, kept.reason()), kept.reason());
        }
    }

    /** @param row as a person counts, from 1; @param field null when the row as a whole is at fault */
    @Schema(name = "ImportError")
    record ErrorJson(long row, @Nullable String field, String reason, String code) {

        static ErrorJson of(ImportError error, Texts texts, Locale language) {
            var field = error.field();
            return new ErrorJson(
                    error.row(),
                    field == null ? null : name(field),
                    texts.text(language, error.reason(), error.arguments()),
                    error.reason());
        }
    }

    static ImportJson of(
            ImportDetails details, List<ImportError> errors, List<Kept> kept, Texts texts, Locale language) {
        var counts = details.counts();
        var progress = details.progress();
        var failure = details.failure();
        return new ImportJson(
                details.id().value(),
                details.fileName(),
                details.state(),
                details.dryRun(),
                progress == null ? null : progress.percent(),
                failure == null ? null : texts.text(language, failure),
                counts.rows(),
                counts.created(),
                counts.updated(),
                counts.unchanged(),
                counts.rejected(),
                counts.customersCreated(),
                counts.customersUpdated(),
                details.missing().stream().map(ImportJson::name).toList(),
                new UndoJson(
                        details.undo().removed(),
                        details.undo().restored(),
                        details.undo().kept(),
                        kept.stream()
                                .map(each -> LeftJson.of(each, texts, language))
                                .toList()),
                errors.stream()
                        .map(error -> ErrorJson.of(error, texts, language))
                        .toList(),
                details.startedAt());
    }

    /** {@code ISSUED_ON} as {@code issuedOn}. */
    private static String name(ImportField field) {
        var name = new StringBuilder();
        for (var word : field.name().toLowerCase(Locale.ROOT).split("_")) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }
}
