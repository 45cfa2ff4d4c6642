/**
 * The look: design tokens, style sheets, and how a brand becomes custom properties. Knows neither Spring nor Vaadin.
 *
 * <p>Style sheets lie under {@code META-INF/resources/themes}; {@link com.duemate.themes.StyleSheets} names them in the order
 * in which they are loaded.
 */
@NullMarked
package com.duemate.themes;

import org.jspecify.annotations.NullMarked;
