package com.duemate.tenantportal.reminders;

import com.duemate.platform.reminders.Holidays;
import com.duemate.platform.reminders.SendRules;
import com.duemate.platform.reminders.SendingTimes;
import com.duemate.tenantportal.look.Refusals;
import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Hours, days, holidays and the most messages a customer gets. */
class SendingFields extends Div {

    private static final int HOLIDAYS_SHOWN = 3;
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private final Reader reader;
    private final Locale language;
    private final TimePicker opens = new TimePicker();
    private final TimePicker closes = new TimePicker();
    private final TimePicker preferred = new TimePicker();
    private final CheckboxGroup<DayOfWeek> days = new CheckboxGroup<>();
    private final ComboBox<Holidays.Region> region = new ComboBox<>();
    private final IntegerField perDay = new IntegerField();
    private final IntegerField perWeek = new IntegerField();

    SendingFields(Reader reader, Refusals refusals) {
        this.reader = reader;
        this.language = reader.formats().locale();
        addClassNames("dm-form", "dm-form__wide");
        time(opens, "opens");
        time(closes, "closes");
        time(preferred, "preferred");
        days.setLabel(getTranslation("portalreminders.sending.days"));
        days.setItemLabelGenerator(day -> day.getDisplayName(TextStyle.FULL, language));
        days.addClassName("dm-form__wide");
        days.setItems(DayOfWeek.values());
        region.setLabel(getTranslation("portalreminders.sending.region"));
        region.setItemLabelGenerator(Holidays.Region::name);
        region.setClearButtonVisible(true);
        region.setPlaceholder(getTranslation("portalreminders.sending.noHolidays"));
        region.setItems(Holidays.regions(language));
        region.addValueChangeListener(_ -> tellHolidays());
        region.addClassName("dm-form__wide");
        count(perDay, "perDay", SendingTimes.MOST_A_DAY);
        count(perWeek, "perWeek", SendingTimes.MOST_A_WEEK);
        refusals.at("opens", opens)
                .at("closes", closes)
                .at("preferred", preferred)
                .at("daysOff", days)
                .at("region", region)
                .at("perDay", perDay)
                .at("perWeek", perWeek);
        add(opens, closes, preferred, days, region, perDay, perWeek);
    }

    void show(SendRules rules) {
        var hours = rules.hours();
        opens.setValue(hours.opens());
        closes.setValue(hours.closes());
        preferred.setValue(hours.preferred());
        days.setValue(hours.daysOn());
        perDay.setValue(rules.budget().perDay());
        perWeek.setValue(rules.budget().perWeek());
        region.getListDataView()
                .getItems()
                .filter(place -> place.code().equals(hours.holidays().region()))
                .findFirst()
                .ifPresent(region::setValue);
        tellHolidays();
    }

    /** Empty while something is left out. */
    Optional<SendingTimes.Draft> read() {
        if (Stream.<HasValue<?, ?>>of(opens, closes, preferred, perDay, perWeek).anyMatch(HasValue::isEmpty)) {
            return Optional.empty();
        }
        var off = EnumSet.allOf(DayOfWeek.class);
        off.removeAll(days.getValue());
        return Optional.of(new SendingTimes.Draft(
                value(opens),
                value(closes),
                value(preferred),
                off,
                Optional.ofNullable(region.getValue())
                        .map(Holidays.Region::code)
                        .orElse(""),
                perDay.getValue(),
                perWeek.getValue()));
    }

    private void tellHolidays() {
        var place = region.getValue();
        var next = place == null ? List.<Holidays.Day>of() : next(place);
        region.setHelperText(
                next.isEmpty()
                        ? getTranslation("portalreminders.sending.regionHelp")
                        : getTranslation(
                                "portalreminders.sending.nextHolidays",
                                next.stream()
                                        .map(day -> day.name() + ", "
                                                + reader.formats().date(day.on()))
                                        .collect(Collectors.joining(" · "))));
    }

    private List<Holidays.Day> next(Holidays.Region place) {
        var today = LocalDate.ofInstant(reader.now(), reader.formats().zone());
        return new Holidays(place.code()).next(today, HOLIDAYS_SHOWN, language);
    }

    private void time(TimePicker field, String name) {
        field.setLabel(getTranslation("portalreminders.sending." + name));
        field.setHelperText(getTranslation("portalreminders.sending." + name + "Help"));
        field.setLocale(language);
        field.setStep(HALF_AN_HOUR);
    }

    private void count(IntegerField field, String name, int most) {
        field.setLabel(getTranslation("portalreminders.sending." + name));
        field.setMin(1);
        field.setMax(most);
        field.setStepButtonsVisible(true);
    }

    private static LocalTime value(TimePicker field) {
        return Objects.requireNonNull(field.getValue());
    }
}
