/** The look: design tokens, style sheets, and how a brand becomes custom properties. Knows neither Spring nor Vaadin. */
@NullMarked
package com.duemate.themes;

import org.jspecify.annotations.NullMarked;
