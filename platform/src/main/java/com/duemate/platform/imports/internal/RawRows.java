package com.duemate.platform.imports.internal;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of one table from top to bottom, one at a time. */
interface RawRows extends Closeable {

    /**
     * @return null after the last row
     * @throws BrokenFile when what follows cannot be read at all
     */
    @Nullable
    RawRow next() throws IOException;

    /** How much of the file has been read, 0 to 100. */
    int percent();
}
