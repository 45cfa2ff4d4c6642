package com.duemate.server.demo;

import com.duemate.platform.customers.PostalAddress;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A tenant of the demo: invented, like everything in it. */
record DemoTenant(
        String slug,
        String name,
        String accent,
        String footer,
        Currency currency,
        Locale locale,
        ZoneId zone,
        String ownerName,
        Town town,
        List<String> customers,
        List<String> works,
        int cheapest,
        int dearest) {

    /** Where its customers live. */
    record Town(List<String> streets, String postalCode, String city) {

        private static final int EVERY = 4;

        /** Every fourth customer left none. */
        @Nullable
        PostalAddress address(int customer) {
            return customer % EVERY == EVERY - 1
                    ? null
                    : new PostalAddress(
                            streets.get(customer % streets.size()) + " " + (3 + customer * 7), postalCode, city, null);
        }
    }

    static final DemoTenant AGENCY = new DemoTenant(
            "brightdesk",
            "Brightdesk Agency",
            "#0f766e",
            "Brightdesk Agency, 12 Quay Street, Dublin",
            Currency.getInstance("EUR"),
            Locale.forLanguageTag("en-IE"),
            ZoneId.of("Europe/Dublin"),
            "Nora Whelan",
            new Town(List.of(), "", ""),
            List.of(),
            List.of(),
            0,
            0);

    static final List<DemoTenant> CLIENTS = List.of(
            new DemoTenant(
                    "northwind",
                    "Northwind Studio",
                    "#3b55c9",
                    "Northwind Studio, Lda\nRua das Flores 18, 1200-192 Lisboa\nNIF 500 000 000",
                    Currency.getInstance("EUR"),
                    Locale.forLanguageTag("en-GB"),
                    ZoneId.of("Europe/Lisbon"),
                    "Marta Sousa",
                    new Town(
                            List.of("Rua da Prata", "Travessa do Carmo", "Largo do Rato", "Rua das Gaivotas"),
                            "1200-192",
                            "Lisboa"),
                    List.of(
                            "Larkin Ltd",
                            "Orion Freight",
                            "Casa Verde",
                            "Tidewater Foods",
                            "Pine & Co",
                            "Sundial Travel",
                            "Bluebird Schools",
                            "Marlow Dental",
                            "Atlas Robotics",
                            "Juniper Hotels",
                            "Quayside Books",
                            "Fenwick Law",
                            "Harbour Yoga",
                            "Copperfield Energy",
                            "Lighthouse Clinics",
                            "Meridian Maps"),
                    List.of(
                            "Website care",
                            "Brand refresh",
                            "Campaign design",
                            "Photo shoot",
                            "Product pages",
                            "Newsletter templates",
                            "Signage artwork"),
                    380,
                    9_400),
            new DemoTenant(
                    "alpwerk",
                    "Alpwerk AG",
                    "#b3261e",
                    "Alpwerk AG\nSeestrasse 41, 8002 Zürich\nCHE-000.000.000 MWST",
                    Currency.getInstance("CHF"),
                    Locale.forLanguageTag("de-CH"),
                    ZoneId.of("Europe/Zurich"),
                    "Reto Ammann",
                    new Town(List.of("Bahnhofstrasse", "Dorfplatz", "Im Grund", "Seeweg"), "8002", "Zürich"),
                    List.of(
                            "Bergbahn Grindelfluh",
                            "Hotel Enzian",
                            "Käserei Moser",
                            "Uhren Baumann",
                            "Seeblick Pflegeheim",
                            "Holzbau Frei",
                            "Druckerei Lenz",
                            "Gasthof Krone",
                            "Molki Tal",
                            "Sennhütte Sport",
                            "Zahnarztpraxis Iten",
                            "Garage Hofer"),
                    List.of(
                            "Wartung Heizung",
                            "Montage Lüftung",
                            "Ersatzteile",
                            "Notfalleinsatz",
                            "Planung Umbau",
                            "Jahresinspektion"),
                    240,
                    14_800));
}
