package com.duemate.platform.scope.internal;

import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Public only because an annotation outside this package must name it. */
public final class RoleCondition implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        var wanted = (ServerRole[])
                Objects.requireNonNull(Objects.requireNonNull(metadata.getAnnotationAttributes(OnRole.class.getName()))
                        .get("value"));
        var on = RoleSettings.roles(context.getEnvironment());
        return Arrays.stream(wanted).anyMatch(on::contains);
    }
}
