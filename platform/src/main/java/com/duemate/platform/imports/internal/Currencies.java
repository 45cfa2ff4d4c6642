package com.duemate.platform.imports.internal;

import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads currencies as people write them: ISO 4217 codes, signs and abbreviations. */
final class Currencies {

    private static final Map<String, Currency> BY_CODE = Currency.getAvailableCurrencies().stream()
            // Gold, testing and "no currency" have no minor unit.
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, currency -> currency));

    /** Signs with the currencies they may stand for. One with a leading + stands for the first unless the tenant's is among them. */
    private static final Map<String, List<String>> BY_SIGN = signs("""
            € EUR
            EURO EUR
            EUROS EUR
            $ + USD CAD AUD NZD SGD HKD TWD MXN ARS CLP COP UYU BBD BMD BSD BZD FJD JMD NAD TTD XCD
            US$ USD
            C$ CAD
            CA$ CAD
            CAN$ CAD
            A$ AUD
            AU$ AUD
            NZ$ NZD
            S$ SGD
            HK$ HKD
            NT$ TWD
            MX$ MXN
            R$ BRL
            £ + GBP EGP LBP SYP GIP FKP SHP
            STG GBP
            ¥ + JPY CNY
            ￥ + JPY CNY
            円 JPY
            元 CNY
            RMB CNY
            KR SEK NOK DKK ISK
            FR CHF
            SFR CHF
            ZŁ PLN
            ZL PLN
            KČ CZK
            KC CZK
            FT HUF
            LEI + RON MDL
            ЛВ BGN
            ₺ TRY
            TL TRY
            ₴ UAH
            ₽ RUB
            ₹ INR
            RS + INR PKR LKR NPR MUR
            ₩ KRW
            ₪ ILS
            ₫ VND
            ฿ THB
            ₱ PHP
            RP IDR
            RM MYR
            ₦ NGN
            R ZAR
            """);

    private Currencies() {}

    /**
     * @param expected decides what a sign means that several currencies use
     * @return null when nobody knows it
     */
    static @Nullable Currency read(String written, Currency expected) {
        var known = BY_CODE.get(written);
        if (known != null) {
            return known;
        }
        var bare = written.strip().replace(".", "").toUpperCase(Locale.ROOT);
        known = BY_CODE.get(bare);
        if (known != null) {
            return known;
        }
        var candidates = BY_SIGN.get(bare);
        if (candidates == null) {
            return null;
        }
        if (candidates.contains(expected.getCurrencyCode())) {
            return expected;
        }
        boolean clear = candidates.size() == 1 || candidates.getFirst().equals("+");
        return clear ? BY_CODE.get(candidates.get(candidates.size() == 1 ? 0 : 1)) : null;
    }

    /** Whether it is an ISO 4217 code in capitals. */
    static boolean isCode(String text) {
        return BY_CODE.containsKey(text);
    }

    private static Map<String, List<String>> signs(String table) {
        var signs = new HashMap<String, List<String>>();
        table.lines().forEach(line -> {
            var words = List.of(line.strip().split(" "));
            signs.put(words.getFirst(), words.subList(1, words.size()));
        });
        return Map.copyOf(signs);
    }
}
