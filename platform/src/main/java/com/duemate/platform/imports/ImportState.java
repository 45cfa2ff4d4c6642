package com.duemate.platform.imports;

/** Where an import stands. */
public enum ImportState {
    /** The file is being read and compared with what is known; nothing has changed yet. */
    STAGING,
    /** Every row has its verdict; nothing has changed yet. */
    READY,
    COMMITTING,
    COMMITTED,
    /** It cannot go on; the import says why. */
    FAILED,
    UNDONE
}
