package com.duemate.platform.restapi.v1.reminders;

import com.duemate.platform.reminders.SendingTimes;
import com.duemate.platform.reminders.SendingTimes.Outcome;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/sending-times")
@Tag(name = "Reminder policies")
@OnRole(ServerRole.API)
class SendingTimesResource {

    private final SendingTimes times;

    SendingTimesResource(SendingTimes times) {
        this.times = times;
    }

    @GetMapping
    @Operation(summary = "When customers may be written to, and how often")
    SendingTimesJson get() {
        return SendingTimesJson.of(times.current());
    }

    @PutMapping
    @Operation(summary = "Change when customers may be written to; what waits is put on its new time soon after")
    SendingTimesJson change(@RequestBody SendingTimesJson body) {
        return switch (times.change(body.draft())) {
            case Outcome.Done _ -> get();
            case Outcome.Refused refused -> throw SendingTimesJson.refused(refused.field(), refused.reason());
        };
    }
}
