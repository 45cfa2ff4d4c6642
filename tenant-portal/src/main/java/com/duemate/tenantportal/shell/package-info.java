/**
 * What stands around every screen: navigation, header, search, keys, the demo's clock; and what screens share: the reader's
 * formats, live reloading, keyset paging, notices. Knows no room: rooms add to it by beans of {@link
 * com.duemate.tenantportal.shell.Navigation}, {@link com.duemate.tenantportal.shell.Finder} and {@link
 * com.duemate.tenantportal.shell.LongWork}.
 */
@NullMarked
package com.duemate.tenantportal.shell;

import org.jspecify.annotations.NullMarked;
