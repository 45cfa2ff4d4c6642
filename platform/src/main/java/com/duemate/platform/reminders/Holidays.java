package com.duemate.platform.reminders;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The public holidays of a country or a part of one, as Jollyday keeps them; a weekday that stands in for one and the
 * days on which banks are closed count too.
 *
 * @param region {@code PT}, {@code DE-BY}, {@code GB-SCT}; empty for no holidays at all
 */
public record Holidays(String region) {

    public static final Holidays NONE = new Holidays("");

    private static final Map<RegionYear, Map<LocalDate, Holiday>> READ = new ConcurrentHashMap<>();
    private static final int MOST_READ = 2_000;

    /** @throws IllegalArgumentException when nobody knows the region's holidays */
    public Holidays {
        if (!region.isEmpty() && !known(region)) {
            throw new IllegalArgumentException("no holidays are known for " + region);
        }
    }

    /** @param name in the reader's language where it has one */
    public record Region(String code, String name) {}

    /** Whether there is a calendar for the region. */
    public static boolean known(String region) {
        return Regions.ALL.containsKey(region);
    }

    /** Every country and its parts, by their names in that language. */
    public static List<Region> regions(Locale reader) {
        return Regions.ALL.values().stream()
                .map(place -> new Region(place.code, place.name(reader)))
                .sorted(Comparator.comparing(Region::name))
                .toList();
    }

    public boolean isHoliday(LocalDate day) {
        return !region.isEmpty() && in(day).containsKey(day);
    }

    /** What the day is called; empty for a day that is no holiday. */
    public Optional<String> name(LocalDate day, Locale reader) {
        return region.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(in(day).get(day)).map(holiday -> holiday.getDescription(reader));
    }

    /** The next ones from that day on, at most so many, by the day they are kept. */
    public List<Day> next(LocalDate from, int most, Locale reader) {
        return region.isEmpty()
                ? List.of()
                : from.datesUntil(from.plusYears(1))
                        .filter(this::isHoliday)
                        .limit(most)
                        .map(day -> new Day(day, name(day, reader).orElseThrow()))
                        .toList();
    }

    /** @param name in the reader's language where it has one */
    public record Day(LocalDate on, String name) {}

    private Map<LocalDate, Holiday> in(LocalDate day) {
        if (READ.size() > MOST_READ) {
            READ.clear();
        }
        return READ.computeIfAbsent(new RegionYear(region, day.getYear()), RegionYear::read);
    }

    private record RegionYear(String region, int year) {

        Map<LocalDate, Holiday> read() {
            var parts = region.split("-", -1);
            var manager = HolidayManager.getInstance(ManagerParameters.create(parts[0].toLowerCase(Locale.ROOT)));
            var below = Arrays.stream(parts)
                    .skip(1)
                    .map(part -> part.toLowerCase(Locale.ROOT))
                    .toArray(String[]::new);
            return manager.getHolidays(Year.of(year), below).stream()
                    .filter(holiday -> holiday.getType() != HolidayType.OBSERVANCE)
                    .collect(Collectors.toMap(Holiday::getDate, holiday -> holiday, (first, _) -> first));
        }
    }

    private record Place(String code, List<CalendarHierarchy> path) {

        String name(Locale reader) {
            var country =
                    new Locale.Builder().setRegion(code.substring(0, 2)).build().getDisplayCountry(reader);
            return path.stream()
                    .skip(1)
                    .map(part -> part.getDescription(reader))
                    .reduce(country, (a, b) -> a + " · " + b);
        }
    }

    /** Read when first asked for: some hundred small files. */
    private static final class Regions {

        static final Map<String, Place> ALL = read();

        private static Map<String, Place> read() {
            var all = new ConcurrentHashMap<String, Place>();
            for (var code : HolidayManager.getSupportedCalendarCodes()) {
                if (code.matches("[a-zA-Z]{2}")) {
                    var country = HolidayManager.getInstance(ManagerParameters.create(code.toLowerCase(Locale.ROOT)))
                            .getCalendarHierarchy();
                    add(all, code.toUpperCase(Locale.ROOT), List.of(country));
                }
            }
            return all;
        }

        private static void add(Map<String, Place> all, String code, List<CalendarHierarchy> path) {
            all.put(code, new Place(code, path));
            path.getLast().getChildren().values().forEach(part -> {
                var below = new ArrayList<>(path);
                below.add(part);
                add(all, code + "-" + part.getId().toUpperCase(Locale.ROOT), below);
            });
        }
    }
}
