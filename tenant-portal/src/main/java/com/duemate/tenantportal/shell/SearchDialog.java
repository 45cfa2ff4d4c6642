package com.duemate.tenantportal.shell;

import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import com.duemate.tenantportal.shell.Finder.Hit;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.shared.Registration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** One field that finds what rooms have; Enter opens the first hit. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
@OnRole(ServerRole.TENANT_PORTAL)
class SearchDialog extends Dialog {

    private static final int HITS_A_ROOM = 5;
    private static final int PAUSE_MILLIS = 150;

    private final List<Finder> finders;
    private final Readers readers;
    private final TextField field = new TextField();
    private final Div results = new Div();
    private List<Hit> hits = List.of();
    private @Nullable Registration navigation;

    SearchDialog(List<Finder> finders, Readers readers) {
        this.finders = finders;
        this.readers = readers;
        addClassName("dm-search");
        getElement().setAttribute("aria-label", getTranslation("portal.search.open"));
        field.setPlaceholder(getTranslation("portal.search.placeholder"));
        field.setAriaLabel(getTranslation("portal.search.open"));
        field.addClassName("dm-search__field");
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE_MILLIS);
        field.addValueChangeListener(change -> find(change.getValue().strip()));
        field.addKeyPressListener(Key.ENTER, _ -> openFirst());
        results.addClassNames("dm-search__results");
        results.getElement().setAttribute("aria-live", "polite");
        add(field, results);
    }

    void show() {
        field.clear();
        find("");
        open();
        field.focus();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        if (navigation != null) {
            navigation.remove();
        }
        navigation = event.getUI().addAfterNavigationListener(_ -> close());
    }

    private void find(String text) {
        results.removeAll();
        hits = new ArrayList<>();
        if (text.isEmpty()) {
            results.add(quiet("portal.search.hint"));
            return;
        }
        var reader = readers.current();
        for (var finder : finders) {
            hits.addAll(finder.find(text, reader, HITS_A_ROOM));
        }
        hits.forEach(hit -> results.add(link(hit)));
        if (hits.isEmpty()) {
            results.add(quiet("portal.search.none"));
        }
    }

    private void openFirst() {
        if (!hits.isEmpty()) {
            getUI().ifPresent(ui -> ui.navigate(hits.getFirst().route()));
        }
    }

    private Paragraph quiet(String key) {
        var words = new Paragraph(getTranslation(key));
        words.addClassName("dm-quiet");
        return words;
    }

    private static Anchor link(Hit hit) {
        var title = new Span(hit.title());
        title.addClassName("dm-row__title");
        var detail = new Span(hit.detail());
        detail.addClassName("dm-row__when");
        var link = new Anchor();
        link.addClassNames("dm-search__hit");
        link.add(hit.sign().create(), title, detail);
        link.getElement().setAttribute("href", hit.route());
        link.getElement().setAttribute("router-link", true);
        return link;
    }
}
