package com.duemate.platform.reminders.tasks;

import com.duemate.platform.audit.AuditTrail;
import com.duemate.platform.files.Files;
import com.duemate.platform.invoicing.pdf.LetterPaper;
import com.duemate.platform.invoicing.pdf.PaperTooLong;
import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.reminders.Letters;
import com.duemate.platform.reminders.StepChannel;
import com.duemate.platform.reminders.TaskId;
import com.duemate.platform.reminders.Tasks;
import com.duemate.platform.scope.MayWork;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Prints each letter once for what it says. The link it carries is made when it is printed and stands nowhere but in its bytes;
 * whoever wants the same letter again gets these.
 */
@Service
class KeptLetters implements Letters {

    private static final String ROOM = "reminders";
    private static final String TYPE = "application/pdf";
    private static final Duration SUPERSEDED_FOR = Duration.ofDays(30);
    private static final int SWEPT_AT_ONCE = 100;

    private final JdbcClient jdbc;
    private final LetterDrafts drafts;
    private final Tasks tasks;
    private final Files files;
    private final AuditTrail trail;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    KeptLetters(
            JdbcClient jdbc,
            LetterDrafts drafts,
            Tasks tasks,
            Files files,
            AuditTrail trail,
            BusinessClock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.drafts = drafts;
        this.tasks = tasks;
        this.files = files;
        this.trail = trail;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    @MayWork
    public Outcome print(TaskId task) {
        try {
            return Objects.requireNonNull(transaction.execute(_ -> {
                drafts.hold(task);
                return drafts.find(task).map(this::print).orElseGet(Outcome.Unknown::new);
            }));
        } catch (PaperTooLong _) {
            return new Outcome.Refused("reminders.letter.refused.tooLong");
        }
    }

    /** Each in a transaction of its own: a letter locks its invoices, and two that print at once must not wait in a circle. */
    @Override
    @MayWork
    public Optional<Bundle> printWaiting() {
        var letters = new ArrayList<byte[]>();
        int others = 0;
        @Nullable String cursor = null;
        do {
            var page = tasks.open(com.duemate.platform.kernel.Page.MAX_LIMIT, cursor);
            for (var task : page.items()) {
                if (task.channel() != StepChannel.LETTER) {
                    continue;
                }
                if (letters.size() < MOST_AT_ONCE && print(task.id()) instanceof Outcome.Printed printed) {
                    letters.add(printed.pdf());
                } else {
                    others++;
                }
            }
            cursor = page.next();
        } while (cursor != null);
        return letters.isEmpty()
                ? Optional.empty()
                : Optional.of(new Bundle(LetterPaper.together(letters), letters.size(), others));
    }

    private Outcome print(LetterDraft draft) {
        return switch (draft) {
            case LetterDraft.Nothing nothing -> new Outcome.Refused(nothing.reason());
            case LetterDraft.Done done ->
                last(done.task())
                        .<Outcome>map(pdf -> new Outcome.Printed(pdf, done.name()))
                        .orElseGet(() -> new Outcome.Refused("reminders.letter.refused.neverPrinted"));
            case LetterDraft.Sheet sheet -> print(sheet);
        };
    }

    private Outcome print(LetterDraft.Sheet draft) {
        var pdf = kept(draft).orElseGet(() -> render(draft));
        jdbc.sql("""
                        update reminders.letter
                        set superseded_at = case when content = :content then null else coalesce(superseded_at, :now) end,
                            printed_at = case when content = :content then :now else printed_at end
                        where task_id = :task""")
                .param("content", draft.content())
                .param("now", now())
                .param("task", draft.task().value())
                .update();
        sweep();
        return new Outcome.Printed(pdf, draft.name());
    }

    private byte[] render(LetterDraft.Sheet draft) {
        int first = jdbc.sql("""
                        insert into reminders.letter (task_id, content, printed_at) values (?, ?, ?) on conflict do nothing""")
                .params(draft.task().value(), draft.content(), now())
                .update();
        if (first == 0) {
            var others = kept(draft);
            if (others.isPresent()) {
                return others.get();
            }
        }
        var pdf = drafts.render(draft);
        jdbc.sql("update reminders.letter set sha256 = ? where task_id = ? and content = ?")
                .params(store(pdf), draft.task().value(), draft.content())
                .update();
        trail.record(
                "reminders.printLetter",
                draft.task().value(),
                Map.of("invoices", draft.invoices().size()));
        return pdf;
    }

    private Optional<byte[]> kept(LetterDraft.Sheet draft) {
        return read(jdbc.sql("""
                        select sha256 from reminders.letter where task_id = ? and content = ? and sha256 is not null""")
                .params(draft.task().value(), draft.content())
                .query(String.class)
                .list());
    }

    private Optional<byte[]> last(TaskId task) {
        return read(jdbc.sql("""
                        select sha256 from reminders.letter
                        where task_id = ? and superseded_at is null and sha256 is not null""").param(task.value()).query(String.class).list());
    }

    private Optional<byte[]> read(List<String> sha256) {
        return sha256.stream().findFirst().flatMap(sha -> files.open(ROOM, sha)).map(path -> {
            try {
                return java.nio.file.Files.readAllBytes(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private String store(byte[] pdf) {
        try {
            return files.store(ROOM, TYPE, new ByteArrayInputStream(pdf)).sha256();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets go of letters in whose place others were printed long ago. */
    private void sweep() {
        jdbc.sql("""
                        delete from reminders.letter l
                        using (select tenant_id, task_id, content from reminders.letter
                               where superseded_at < ? order by superseded_at limit ? for update skip locked) old
                        where l.tenant_id = old.tenant_id and l.task_id = old.task_id and l.content = old.content
                        returning l.sha256""")
                .params(clock.now().minus(SUPERSEDED_FOR).atOffset(ZoneOffset.UTC), SWEPT_AT_ONCE)
                .query(String.class)
                .list()
                .forEach(sha256 -> files.forget(ROOM, sha256));
    }

    private OffsetDateTime now() {
        return clock.now().atOffset(ZoneOffset.UTC);
    }
}
