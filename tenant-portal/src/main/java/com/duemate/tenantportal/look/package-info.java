/**
 * The composed parts of the look as components: page header, KPI tile, badge, timeline and the like. They carry classes of the
 * style sheets in {@code themes} and no styles of their own. They take texts that are already in the reader's language and
 * figures that are already formatted; what they say by themselves stands under {@code look.*}.
 */
@NullMarked
package com.duemate.tenantportal.look;

import org.jspecify.annotations.NullMarked;
