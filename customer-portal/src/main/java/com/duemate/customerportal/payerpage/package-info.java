/**
 * The payer's page: what is behind a link in a message. Plain HTML on the tenant's own host and in its brand, without a session,
 * a script, or a word of the platform. Looking changes nothing.
 */
@NullMarked
package com.duemate.customerportal.payerpage;

import org.jspecify.annotations.NullMarked;
