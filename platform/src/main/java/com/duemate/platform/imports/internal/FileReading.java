package com.duemate.platform.imports.internal;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The file of an import under way, read in batches from where the import's cursor stands. */
final class FileReading implements Closeable {

    private final UUID importId;
    private final ReadRows rows;
    private long position;

    /** Passes over what was read before: the rows above must be seen again for the numbers they use. */
    FileReading(Job job, ReadRows rows) throws IOException {
        this.importId = job.id();
        this.rows = rows;
        while (position < job.cursor()) {
            var row = rows.next();
            position = row == null ? job.cursor() : row.row();
        }
    }

    /** Whether it goes on exactly where the import stands. */
    boolean continues(Job job) {
        return isOf(job.id()) && position == job.cursor();
    }

    boolean isOf(UUID id) {
        return importId.equals(id);
    }

    /**
     * @return fewer than wanted only at the end of the file
     * @throws BrokenFile when the rest cannot be read
     */
    List<ReadRow> next(int wanted) throws IOException {
        var batch = new ArrayList<ReadRow>(wanted);
        while (batch.size() < wanted) {
            var row = rows.next();
            if (row == null) {
                break;
            }
            batch.add(row);
            position = row.row();
        }
        return batch;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
