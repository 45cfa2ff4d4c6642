package com.duemate.platform.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.testkit.MailSink.Received;
import com.duemate.platform.testkit.ReminderAudit;
import com.duemate.platform.testkit.ReminderAudit.Listed;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An audit that cannot fail proves nothing: every rule is broken once. */
class ReminderAuditTest {

    private static final List<String> DUE = List.of("ana");
    private static final Received MAIL = new Received("m-1", "ana");

    @Test
    void isContentWhenEachGotOneOrIsListed() {
        assertThat(audit(List.of(MAIL), List.of(listed("SENT")), false)).isEmpty();
        assertThat(audit(List.of(MAIL), List.of(listed("UNKNOWN")), true)).isEmpty();
        assertThat(audit(List.of(), List.of(listed("UNKNOWN")), true)).isEmpty();
    }

    @Test
    void seesWhatIsLost() {
        assertThat(audit(List.of(), List.of(), false)).hasSize(1);
        assertThat(audit(List.of(), List.of(listed("SENT")), true)).hasSize(2);
        assertThat(audit(List.of(), List.of(listed("FAILED")), true)).hasSize(1);
    }

    @Test
    void seesWhatCameTwice() {
        assertThat(audit(List.of(MAIL, MAIL), List.of(listed("SENT")), true)).hasSize(1);
        assertThat(audit(List.of(MAIL, MAIL), List.of(listed("UNKNOWN")), true)).hasSize(1);
        var again = List.of(listed("SENT"), new Listed("m-2", "ana", "SENT"));
        assertThat(audit(List.of(MAIL, new Received("m-2", "ana")), again, true))
                .hasSize(1);
    }

    @Test
    void seesWhatNobodyAskedForOrWroteDown() {
        assertThat(audit(List.of(MAIL, new Received("m-2", "bob")), List.of(listed("SENT")), true))
                .hasSize(2);
    }

    @Test
    void seesWhatIsLeftOpenAndDoubtWithoutCause() {
        assertThat(audit(List.of(MAIL), List.of(listed("SENDING")), true)).hasSize(2);
        assertThat(audit(List.of(MAIL), List.of(listed("FAILED")), true)).hasSize(1);
        assertThat(audit(List.of(MAIL), List.of(listed("UNKNOWN")), false)).hasSize(1);
    }

    private static List<String> audit(List<Received> received, List<Listed> listed, boolean cut) {
        return ReminderAudit.faults(DUE, received, listed, _ -> cut);
    }

    private static Listed listed(String status) {
        return new Listed("m-1", "ana", status);
    }
}
