/** Invoices and letters on paper: typed facts in, PDF bytes out. Reads no database and asks for no time. */
@NullMarked
@NamedInterface("pdf")
package com.duemate.platform.invoicing.pdf;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
