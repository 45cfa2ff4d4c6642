package com.duemate.platform.imports.internal;

/** The outcome of looking at a file. */
sealed interface Look permits Sheet, UnreadableFile {}
