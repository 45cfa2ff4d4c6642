package com.duemate.tenantportal.look;

import com.duemate.platform.kernel.Money;
import com.duemate.themes.text.Formats;
import com.vaadin.flow.component.html.Span;

/** Money in its currency's own digits, tabular and never broken over lines. */
public final class AmountText extends Span {

    public AmountText(Formats formats, Money amount) {
        super(formats.money(amount.minor(), amount.currency()));
        addClassName("dm-amount");
    }

    /** The figure a page is about. */
    public AmountText large() {
        addClassName("dm-amount--large");
        return this;
    }

    public AmountText incoming() {
        addClassName("dm-amount--in");
        return this;
    }

    public AmountText late() {
        addClassName("dm-amount--late");
        return this;
    }

    /** No longer owed. */
    public AmountText struck() {
        addClassName("dm-amount--struck");
        return this;
    }
}
