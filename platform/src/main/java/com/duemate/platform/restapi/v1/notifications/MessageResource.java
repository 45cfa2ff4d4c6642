package com.duemate.platform.restapi.v1.notifications;

import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.notifications.MessageId;
import com.duemate.platform.notifications.MessageStatus;
import com.duemate.platform.notifications.Messages;
import com.duemate.platform.notifications.Messages.MessageQuery;
import com.duemate.platform.restapi.ApiProblem;
import com.duemate.platform.restapi.Asked;
import com.duemate.platform.restapi.ListJson;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/messages")
@Tag(name = "Messages")
@OnRole(ServerRole.API)
class MessageResource {

    private static final Pattern KIND = Pattern.compile("[a-z_]{1,40}");

    private final Messages messages;

    MessageResource(Messages messages) {
        this.messages = messages;
    }

    @GetMapping
    @Operation(summary = "Messages, newest first")
    ListJson<MessageJson> list(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String customerId,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        if (kind != null && !KIND.matcher(kind).matches()) {
            throw ApiProblem.bad("kind", "restapi.refused.kind");
        }
        var customer = Asked.optionalId(customerId, "customerId");
        return ListJson.of(
                messages.list(new MessageQuery(
                        customer == null ? null : new CustomerId(customer),
                        kind,
                        Asked.words(status, MessageStatus.class, "status"),
                        Asked.limit(limit),
                        cursor)),
                MessageJson::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One message with its content as the customer saw it")
    MessageJson get(@PathVariable String id) {
        return messages.find(new MessageId(Asked.id(id))).map(MessageJson::of).orElseThrow(ApiProblem::notFound);
    }
}
