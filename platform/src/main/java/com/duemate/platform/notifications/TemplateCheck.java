package com.duemate.platform.notifications;

import java.util.List;

/** What a template of a tenant's own must pass before it is saved. */
public interface TemplateCheck {

    /** @return every problem found, in the order of the text; empty when the template may be saved */
    List<TemplateProblem> check(MessageKind kind, TemplateText template);

    /** The placeholders and blocks one may write for this kind, {@code list.item} for those within {@code #each}. */
    List<String> placeholders(MessageKind kind);
}
