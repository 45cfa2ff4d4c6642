package com.duemate.platform.restapi.v1.reminders;

import com.duemate.platform.reminders.SendRules;
import com.duemate.platform.reminders.SendingTimes.Draft;
import com.duemate.platform.restapi.ApiBody;
import com.duemate.platform.restapi.ApiProblem;
import com.duemate.platform.restapi.Asked;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When customers may be written to, by each one's own clock and calendar, and how often.
 *
 * @param closes from this time on no message goes out
 * @param preferred when one goes out if nothing stands in its way
 * @param daysOff none when it is missing
 * @param holidays a country or a part of one (ISO 3166); none when it is missing
 */
@Schema(name = "SendingTimes")
record SendingTimesJson(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "08:00") @Nullable
        String opens,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "21:00") @Nullable
        String closes,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "10:00") @Nullable
        String preferred,

        @Schema(example = "[\"SATURDAY\", \"SUNDAY\"]") @Nullable
        List<@Nullable String> daysOff,

        @Schema(example = "PT") @Nullable String holidays,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "1") @Nullable
        Integer perDay,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "7") @Nullable
        Integer perWeek)
        implements ApiBody {

    static SendingTimesJson of(SendRules rules) {
        var draft = Draft.of(rules);
        return new SendingTimesJson(
                draft.opens().toString(),
                draft.closes().toString(),
                draft.preferred().toString(),
                draft.daysOff().stream()
                        .sorted()
                        .<@Nullable String>map(DayOfWeek::name)
                        .toList(),
                draft.region().isEmpty() ? null : draft.region(),
                draft.perDay(),
                draft.perWeek());
    }

    Draft draft() {
        var off = EnumSet.noneOf(DayOfWeek.class);
        for (var day : Objects.requireNonNullElse(daysOff, List.<@Nullable String>of())) {
            off.add(Asked.word(day, null, DayOfWeek.class, "daysOff"));
        }
        return new Draft(
                Asked.time(opens, "opens"),
                Asked.time(closes, "closes"),
                Asked.time(preferred, "preferred"),
                off,
                Objects.requireNonNullElse(holidays, "").strip(),
                given(perDay, "perDay"),
                given(perWeek, "perWeek"));
    }

    /** The front desk calls the place whose holidays count a region. */
    static ApiProblem refused(String field, String reason) {
        return ApiProblem.bad(field.equals("region") ? "holidays" : field, reason);
    }

    private static int given(@Nullable Integer number, String field) {
        if (number == null) {
            throw ApiProblem.bad(field, "restapi.refused.missing");
        }
        return number;
    }
}
