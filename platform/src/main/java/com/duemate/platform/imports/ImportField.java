package com.duemate.platform.imports;

import java.util.Locale;

/** What a column of an imported table may mean to us. */
public enum ImportField {
    CUSTOMER_NUMBER(Kind.TEXT, 64),
    CUSTOMER_NAME(Kind.TEXT, 200),
    CUSTOMER_EMAIL(Kind.EMAIL, 254),
    CUSTOMER_PHONE(Kind.PHONE, 40),
    CUSTOMER_LANGUAGE(Kind.LANGUAGE, 40),
    CUSTOMER_ZONE(Kind.ZONE, 64),
    INVOICE_NUMBER(Kind.TEXT, 64),
    ISSUED_ON(Kind.DATE, 40),
    DUE_ON(Kind.DATE, 40),
    TERMS_DAYS(Kind.DAYS, 60),
    AMOUNT(Kind.AMOUNT, 60),
    CURRENCY(Kind.CURRENCY, 20),
    PAID_ON(Kind.DATE, 40),
    PAID_AMOUNT(Kind.AMOUNT, 60),
    SUBJECT(Kind.TEXT, 300),
    /** Only in a mapping given by a person: leave this column out. */
    IGNORED(Kind.TEXT, 0);

    /** What the cells of a column look like. */
    public enum Kind {
        TEXT,
        DATE,
        DAYS,
        AMOUNT,
        CURRENCY,
        EMAIL,
        PHONE,
        LANGUAGE,
        ZONE
    }

    private final Kind kind;
    private final int maxLength;

    ImportField(Kind kind, int maxLength) {
        this.kind = kind;
        this.maxLength = maxLength;
    }

    public Kind kind() {
        return kind;
    }

    /** Longest text taken, in characters. */
    public int maxLength() {
        return maxLength;
    }

    public boolean isOfCustomer() {
        return compareTo(INVOICE_NUMBER) < 0;
    }

    /** Key of its name for people. */
    public String key() {
        return "imports.field." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
