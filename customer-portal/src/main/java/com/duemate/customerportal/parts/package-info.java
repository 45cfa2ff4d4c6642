/** Small parts of screens, drawn with the classes of the shared style sheets. */
@NullMarked
package com.duemate.customerportal.parts;

import org.jspecify.annotations.NullMarked;
