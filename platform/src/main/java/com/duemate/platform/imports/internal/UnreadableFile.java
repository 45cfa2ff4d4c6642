package com.duemate.platform.imports.internal;

/** The file as a whole is refused. */
record UnreadableFile(Reason reason) implements Look {}
