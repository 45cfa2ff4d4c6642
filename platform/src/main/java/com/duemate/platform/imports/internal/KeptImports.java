package com.duemate.platform.imports.internal;

import com.duemate.platform.files.Files;
import com.duemate.platform.imports.ImportDetails;
import com.duemate.platform.imports.ImportError;
import com.duemate.platform.imports.ImportField;
import com.duemate.platform.imports.ImportId;
import com.duemate.platform.imports.ImportRow;
import com.duemate.platform.imports.ImportState;
import com.duemate.platform.imports.Imports;
import com.duemate.platform.imports.RowVerdict;
import com.duemate.platform.kernel.Cursor;
import com.duemate.platform.kernel.Page;
import com.duemate.platform.scope.MayManage;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class KeptImports implements Imports {

    private static final UUID FIRST = new UUID(0, 0);

    private final Files files;
    private final ImportCommands commands;
    private final ImportRecords records;
    private final StagedRows rows;
    private final RefusedRows refused;

    KeptImports(Files files, ImportCommands commands, ImportRecords records, StagedRows rows, RefusedRows refused) {
        this.files = files;
        this.commands = commands;
        this.records = records;
        this.rows = rows;
        this.refused = refused;
    }

    /** The bytes arrive before there is an import, so that none ever waits for its file. */
    @Override
    @MayManage
    public ImportId start(Upload upload) throws IOException {
        var name = PlainText.excerpt(fileName(upload.fileName()));
        var type = name.toLowerCase(Locale.ROOT).endsWith(".xlsx")
                ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                : "text/csv";
        var stored = files.store(ImportWork.ROOM, type, new Limited(upload.bytes()));
        return commands.start(name.isEmpty() ? "-" : name, stored, upload.dryRun(), upload.mapping());
    }

    private static String fileName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    @Override
    @MayManage
    @Transactional(readOnly = true)
    public Optional<ImportDetails> find(ImportId id) {
        return records.find(id);
    }

    @Override
    @MayManage
    @Transactional(readOnly = true)
    public Page<ImportDetails> list(List<ImportState> states, int limit, @Nullable String cursor) {
        int most = Math.clamp(limit, 1, Page.MAX_LIMIT);
        var after = Cursor.parse(cursor, 2);
        var found = records.list(
                states,
                after.map(c -> c.instant(0)).orElse(null),
                after.map(c -> c.uuid(1)).orElse(FIRST),
                most + 1);
        return Cursor.page(
                found,
                most,
                Function.identity(),
                last -> Cursor.of(last.startedAt().toString(), last.id().toString()));
    }

    @Override
    @MayManage
    @Transactional(readOnly = true)
    public Page<ImportRow> rows(ImportId id, RowQuery query) {
        int limit = Math.clamp(query.limit(), 1, Page.MAX_LIMIT);
        long after = Cursor.parse(query.cursor(), 1).map(c -> row(c.part(0))).orElse(0L);
        var found = rows.list(id.value(), query.verdict(), after, limit + 1);
        return Cursor.page(found, limit, Function.identity(), last -> Cursor.of(Long.toString(last.row())));
    }

    private static long row(String written) {
        try {
            return Long.parseLong(written);
        } catch (NumberFormatException e) {
            throw new Cursor.BadCursor();
        }
    }

    @Override
    @MayManage
    @Transactional(readOnly = true)
    public List<ImportError> errors(ImportId id, int limit) {
        return rows.list(id.value(), RowVerdict.REFUSED, 0, limit).stream()
                .flatMap(row -> row.errors().stream())
                .limit(limit)
                .toList();
    }

    @Override
    @MayManage
    @Transactional(readOnly = true)
    public Page<Kept> kept(ImportId id, int limit, @Nullable String cursor) {
        int most = Math.clamp(limit, 1, Page.MAX_LIMIT);
        var after = Cursor.parse(cursor, 1).map(c -> c.uuid(0)).orElse(FIRST);
        return Cursor.page(
                records.kept(id, after, most + 1),
                most,
                Function.identity(),
                last -> Cursor.of(last.subject().toString()));
    }

    @Override
    @MayManage
    public Outcome remap(ImportId id, Map<String, ImportField> mapping) {
        return commands.remap(id, mapping);
    }

    @Override
    @MayManage
    public Outcome commit(ImportId id) {
        return commands.commit(id);
    }

    @Override
    @MayManage
    public Outcome undo(ImportId id) {
        return commands.undo(id);
    }

    @Override
    @MayManage
    public void writeRefused(ImportId id, Locale language, OutputStream out) throws IOException {
        refused.write(id, language, out);
    }

    /** Ends with an exception where the file becomes too long. */
    private static final class Limited extends FilterInputStream {

        private long left = MAX_BYTES;

        Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = super.read(bytes, offset, length);
            count(Math.max(0, n));
            return n;
        }

        private void count(int bytes) throws FileTooLarge {
            left -= bytes;
            if (left < 0) {
                throw new FileTooLarge();
            }
        }
    }
}
