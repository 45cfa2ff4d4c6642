package com.duemate.platform.restapi.v1.reminders;

import com.duemate.platform.reminders.Letters;
import com.duemate.platform.reminders.TaskId;
import com.duemate.platform.reminders.Tasks;
import com.duemate.platform.reminders.Tasks.Outcome;
import com.duemate.platform.restapi.ApiBody;
import com.duemate.platform.restapi.ApiProblem;
import com.duemate.platform.restapi.Asked;
import com.duemate.platform.restapi.ListJson;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tasks")
@Tag(name = "Tasks")
@OnRole(ServerRole.API)
class TaskResource {

    private final Tasks tasks;
    private final Letters letters;

    TaskResource(Tasks tasks, Letters letters) {
        this.tasks = tasks;
        this.letters = letters;
    }

    /** @param note what came of it, for colleagues; at most 500 characters */
    @Schema(name = "TaskNote")
    record DoneBody(@Nullable String note) implements ApiBody {}

    @GetMapping
    @Operation(summary = "Calls and letters that wait for somebody, the oldest first")
    ListJson<TaskJson> list(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return ListJson.of(tasks.open(Asked.limit(limit), cursor), TaskJson::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One task, also one that is done")
    TaskJson get(@PathVariable String id) {
        return json(id(id));
    }

    @PostMapping("/{id}/done")
    @Operation(summary = "Say that a task is done; of a letter, that it was printed and posted")
    TaskJson done(@PathVariable String id, @RequestBody(required = false) @Nullable DoneBody body) {
        var note = Optional.ofNullable(body).map(DoneBody::note).orElse("");
        return after(tasks.done(id(id), note), id(id), "restapi.refused.doneBefore");
    }

    @PostMapping("/{id}/reopen")
    @Operation(summary = "Take back that a task is done")
    TaskJson reopen(@PathVariable String id) {
        return after(tasks.reopen(id(id)), id(id), "restapi.refused.openBefore");
    }

    @GetMapping(path = "/{id}/letter", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "A task's letter as it reads today; of a task that is done, as it was printed last")
    ResponseEntity<byte[]> letter(@PathVariable String id) {
        return switch (letters.print(id(id))) {
            case Letters.Outcome.Printed printed -> pdf(printed.pdf(), printed.name());
            case Letters.Outcome.Refused refused -> throw new ApiProblem(HttpStatus.CONFLICT, null, refused.reason());
            case Letters.Outcome.Unknown _ -> throw ApiProblem.notFound();
        };
    }

    @GetMapping(path = "/letters", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "The letters that wait and can be printed, the oldest first, at most 100 in one file")
    ResponseEntity<byte[]> letters() {
        return letters.printWaiting()
                .map(bundle -> pdf(bundle.pdf(), "letters"))
                .orElseThrow(() -> new ApiProblem(HttpStatus.NOT_FOUND, null, "reminders.letter.refused.none"));
    }

    private static ResponseEntity<byte[]> pdf(byte[] pdf, String name) {
        return ResponseEntity.ok()
                .header(
                        "Content-Disposition",
                        ContentDisposition.inline()
                                .filename(name + ".pdf")
                                .build()
                                .toString())
                .contentType(MediaType.APPLICATION_PDF)
                .body(pdf);
    }

    private TaskJson after(Outcome outcome, TaskId id, String unchanged) {
        return switch (outcome) {
            case DONE -> json(id);
            case UNCHANGED -> throw new ApiProblem(HttpStatus.CONFLICT, "state", unchanged);
            case UNKNOWN -> throw ApiProblem.notFound();
            case NOTE_TOO_LONG -> throw ApiProblem.bad("note", "restapi.refused.note");
        };
    }

    private TaskJson json(TaskId id) {
        return tasks.find(id).map(TaskJson::of).orElseThrow(ApiProblem::notFound);
    }

    private static TaskId id(String text) {
        return new TaskId(Asked.id(text));
    }
}
