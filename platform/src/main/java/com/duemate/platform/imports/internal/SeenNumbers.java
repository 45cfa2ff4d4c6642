package com.duemate.platform.imports.internal;

/**
 * Remembers which numbers a file has already used, and in which row, in 12 bytes each and at most 48 MB.
 *
 * <p>Keeps 64 bits of each number: among a million different ones the chance that two look alike is one in 30 million.
 * Beyond its bounds it forgets nothing and learns nothing more; the exact check is the database's.
 */
final class SeenNumbers {

    private static final int FIRST_SLOTS = 1 << 10;
    private static final int MOST_SLOTS = 1 << 22;

    private long[] keys = new long[FIRST_SLOTS];
    private int[] rows = new int[FIRST_SLOTS];
    private int count;

    /** @return the row that used the number before, or 0 when none did */
    long add(String number, long row) {
        if (count * 2 >= keys.length && keys.length < MOST_SLOTS) {
            grow();
        }
        long key = key(number);
        int slot = slot(key);
        if (keys[slot] == key) {
            return rows[slot];
        }
        if (count * 4L < keys.length * 3L) {
            keys[slot] = key;
            rows[slot] = (int) row;
            count++;
        }
        return 0;
    }

    private int slot(long key) {
        int slot = (int) (key >>> 32) & (keys.length - 1);
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    private void grow() {
        var oldKeys = keys;
        var oldRows = rows;
        keys = new long[oldKeys.length * 2];
        rows = new int[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                rows[slot] = oldRows[i];
            }
        }
    }

    /** FNV-1a with the finish of MurmurHash3; never 0, which marks a free slot. */
    private static long key(String number) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < number.length(); i++) {
            hash = (hash ^ number.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        hash ^= hash >>> 33;
        return hash == 0 ? 1 : hash;
    }
}
