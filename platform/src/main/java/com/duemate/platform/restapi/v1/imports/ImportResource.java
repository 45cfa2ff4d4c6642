package com.duemate.platform.restapi.v1.imports;

import com.duemate.platform.imports.ImportDetails;
import com.duemate.platform.imports.ImportId;
import com.duemate.platform.imports.ImportState;
import com.duemate.platform.imports.Imports;
import com.duemate.platform.imports.Imports.FileTooLarge;
import com.duemate.platform.imports.Imports.Outcome;
import com.duemate.platform.imports.Imports.Upload;
import com.duemate.platform.restapi.ApiProblem;
import com.duemate.platform.restapi.Asked;
import com.duemate.platform.restapi.ListJson;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import com.duemate.themes.text.Texts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/imports")
@Tag(name = "Imports")
@OnRole(ServerRole.API)
class ImportResource {

    private static final int ERRORS = 1_000;
    private static final int LEFT = 200;

    private final Imports imports;
    private final Texts texts = Texts.lenient(ImportResource.class.getClassLoader());

    ImportResource(Imports imports) {
        this.imports = imports;
    }

    @GetMapping
    @Operation(summary = "Imports, newest first; without their errors")
    ListJson<ImportJson> list(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            HttpServletRequest request) {
        return ListJson.of(
                imports.list(Asked.words(status, ImportState.class, "status"), Asked.limit(limit), cursor),
                details -> ImportJson.of(details, List.of(), List.of(), texts, Asked.language(request)));
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Send a table of customers or invoices, CSV or XLSX; it is staged and waits to be committed")
    ResponseEntity<ImportJson> start(
            @RequestPart MultipartFile file,
            @RequestParam(defaultValue = "false") String dryRun,
            HttpServletRequest request)
            throws IOException {
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        try (var bytes = file.getInputStream()) {
            var id = imports.start(new Upload(name, bytes, asked(dryRun), Map.of()));
            return accepted(id, request);
        } catch (FileTooLarge e) {
            throw new ApiProblem(HttpStatus.CONTENT_TOO_LARGE, "file", "imports.refused.tooLarge");
        }
    }

    /** A word that is neither must not turn a trial run into a real one. */
    private static boolean asked(String dryRun) {
        return switch (dryRun.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false", "" -> false;
            default -> throw ApiProblem.bad("dryRun", "restapi.refused.value");
        };
    }

    @GetMapping("/{id}")
    @Operation(summary = "How far an import is, and what it does")
    ImportJson get(@PathVariable String id, HttpServletRequest request) {
        return json(find(new ImportId(Asked.id(id))), request);
    }

    @PostMapping("/{id}/commit")
    @Operation(summary = "Take over what is new and changed; once, however often it is asked for")
    ResponseEntity<ImportJson> commit(@PathVariable String id, HttpServletRequest request) {
        var known = new ImportId(Asked.id(id));
        return after(imports.commit(known), known, request);
    }

    @PostMapping("/{id}/undo")
    @Operation(summary = "Take back what nobody has built upon since")
    ResponseEntity<ImportJson> undo(@PathVariable String id, HttpServletRequest request) {
        var known = new ImportId(Asked.id(id));
        return after(imports.undo(known), known, request);
    }

    private ResponseEntity<ImportJson> after(Outcome outcome, ImportId id, HttpServletRequest request) {
        return switch (outcome) {
            case Outcome.Accepted _ -> accepted(id, request);
            case Outcome.Refused refused -> throw new ApiProblem(HttpStatus.CONFLICT, "state", refused.reason());
            case Outcome.Unknown _ -> throw ApiProblem.notFound();
        };
    }

    private ResponseEntity<ImportJson> accepted(ImportId id, HttpServletRequest request) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/imports/" + id))
                .body(json(find(id), request));
    }

    private ImportJson json(ImportDetails details, HttpServletRequest request) {
        return ImportJson.of(
                details,
                imports.errors(details.id(), ERRORS),
                imports.kept(details.id(), LEFT, null).items(),
                texts,
                Asked.language(request));
    }

    private ImportDetails find(ImportId id) {
        return imports.find(id).orElseThrow(ApiProblem::notFound);
    }
}
