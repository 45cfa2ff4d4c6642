package com.duemate.platform.payments.spi;

/** @param reference the provider's name of the checkout; @param url its hosted page */
public record OpenedCheckout(String reference, String url) {}
