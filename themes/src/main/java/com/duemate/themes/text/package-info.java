/**
 * Words, numbers and dates as people read them: the only formatter and the only look-up of texts, for every door.
 *
 * <p>Texts lie in {@code texts/<room>_<language>.properties} (UTF-8, ICU message syntax) under keys
 * {@code <room>.<view>.<element>}.
 */
@NullMarked
package com.duemate.themes.text;

import org.jspecify.annotations.NullMarked;
