package com.duemate.tenantportal.imports;

import com.duemate.platform.imports.ImportDetails;
import com.duemate.platform.imports.Imports;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.Permission;
import com.duemate.platform.scope.ServerRole;
import com.duemate.tenantportal.shell.LongWork;
import com.duemate.tenantportal.shell.Signed;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Imports under way, for the header of every screen. */
@Component
@OnRole(ServerRole.TENANT_PORTAL)
class ImportsWork implements LongWork {

    /** Older ones have long come to rest. */
    private static final int LOOKED_AT = 5;

    private final Imports imports;
    private final Signed signed;

    ImportsWork(Imports imports, Signed signed) {
        this.imports = imports;
        this.signed = signed;
    }

    @Override
    public List<Running> running() {
        if (!signed.may(Permission.MAY_MANAGE)) {
            return List.of();
        }
        return imports.list(List.of(), LOOKED_AT, null).items().stream()
                .flatMap(ImportsWork::running)
                .toList();
    }

    private static Stream<Running> running(ImportDetails one) {
        var progress = one.progress();
        return progress == null
                ? Stream.empty()
                : Stream.of(
                        new Running(one.fileName(), ImportsNavigation.of(one.id()), progress.done(), progress.total()));
    }
}
