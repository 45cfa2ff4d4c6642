package com.duemate.platform.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duemate.platform.identity.StaffAccounts;
import com.duemate.platform.identity.UnsafeIdentity;
import com.duemate.platform.identity.internal.IdentitySettings.FirstStaffSettings;
import com.duemate.platform.identity.internal.IdentitySettings.SecondFactorRule;
import com.duemate.platform.kernel.EmailAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FirstStaffTest {

    private static final String PASSWORD = "a long and plain sentence 7";

    private final List<String> put = new ArrayList<>();

    @Test
    void isLetInWhereNobodyRunsThePlatform() {
        start(new FirstStaffSettings("ana@example.com", PASSWORD), true);
        assertThat(put).containsExactly("ana@example.com " + PASSWORD);
    }

    @Test
    void changesNothingOnceThereIsSomebodyOrNoWordOfIt() {
        start(new FirstStaffSettings("ana@example.com", PASSWORD), false);
        start(null, true);
        assertThat(put).isEmpty();
    }

    @Test
    void refusesAnAddressOrAPasswordThatCannotBe() {
        assertThatThrownBy(() -> start(new FirstStaffSettings("ana", PASSWORD), true))
                .isInstanceOf(UnsafeIdentity.class)
                .hasMessageContaining("first-staff.email");
        assertThatThrownBy(() -> start(new FirstStaffSettings("ana@example.com", "tiny"), true))
                .isInstanceOf(UnsafeIdentity.class)
                .hasMessageContaining("first-staff.password")
                .hasMessageNotContaining("tiny");
        assertThat(put).isEmpty();
    }

    private void start(@Nullable FirstStaffSettings settings, boolean nobody) {
        var accounts = new StaffAccounts() {
            @Override
            public UUID put(EmailAddress email, String name, String password) {
                Passwords.refusal(password, email.value()).ifPresent(reason -> {
                    throw new IllegalArgumentException(reason);
                });
                put.add(email.value() + " " + password);
                return new UUID(0, 0);
            }

            @Override
            public boolean nobody() {
                return nobody;
            }
        };
        new FirstStaff(new IdentitySettings("", SecondFactorRule.REQUIRED, settings), accounts).start();
    }
}
