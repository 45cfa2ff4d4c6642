package com.duemate.themes.text;

/**
 * A point in time as a page shows it.
 *
 * @param text what is read: "9 days ago", "tomorrow, 10:00", "2 Nov 2026"
 * @param title the absolute date in full, for hover and screen readers
 * @param iso value of a {@code datetime} attribute
 */
public record When(String text, String title, String iso) {}
