package com.duemate.tenantportal.identity;

import com.duemate.platform.identity.ApiKeys;
import com.duemate.platform.identity.ApiKeys.Access;
import com.duemate.platform.identity.ApiKeys.Outcome;
import com.duemate.platform.kernel.SecurityClock;
import com.duemate.tenantportal.look.Refusals;
import com.duemate.tenantportal.look.SecretOnce;
import com.duemate.tenantportal.shell.Notice;
import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.Command;
import java.time.Duration;
import java.util.Optional;

/** Makes a key; then shows its secret, once. */
class ApiKeyDialog extends Dialog {

    private static final int FOR_EVER = 0;
    private static final Integer[] DAYS = {30, 90, 365, FOR_EVER};

    private final ApiKeys keys;
    private final Reader reader;
    private final SecurityClock clock;
    private final Command changed;
    private final TextField name = new TextField();
    private final RadioButtonGroup<Access> access = new RadioButtonGroup<>();
    private final Select<Integer> life = new Select<>();
    private final Refusals refusals = new Refusals();

    ApiKeyDialog(ApiKeys keys, Reader reader, SecurityClock clock, Command changed) {
        this.keys = keys;
        this.reader = reader;
        this.clock = clock;
        this.changed = changed;
        setHeaderTitle(reader.text("portalidentity.key.title"));
        setWidth("30rem");
        name.setLabel(reader.text("portalidentity.key.name"));
        name.setHelperText(reader.text("portalidentity.key.nameHelp"));
        access.setLabel(reader.text("portalidentity.key.access"));
        access.setItems(Access.values());
        access.setItemLabelGenerator(one -> reader.text("portalidentity.key.access." + one));
        access.setValue(Access.READ);
        life.setLabel(reader.text("portalidentity.key.life"));
        life.setItems(DAYS);
        life.setItemLabelGenerator(days -> reader.text("portalidentity.key.days", days));
        life.setValue(DAYS[2]);
        refusals.at("name", name).at("access", access).at("expiresAt", life);
        var form = new Div(name, access, life);
        form.addClassNames("dm-stack", "dm-stack--fill");
        add(form);
        var create = new Button(reader.text("portalidentity.keys.create"), _ -> create());
        create.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(reader.text("portal.cancel"), _ -> close()), create);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                name.focus();
            }
        });
    }

    private void create() {
        refusals.clear();
        var ends = Optional.of(life.getValue()).filter(days -> days != FOR_EVER).map(days -> clock.now()
                .plus(Duration.ofDays(days)));
        switch (keys.create(name.getValue(), access.getValue(), ends.orElse(null))) {
            case Outcome.Created created -> show(created.secret());
            case Outcome.Refused refused -> {
                var words = reader.text(refused.reason());
                if (!refusals.show(refused.field(), words)) {
                    Notice.refused(words);
                }
            }
        }
    }

    /** Closing by a slip of the hand would lose it, so only the button closes now. */
    private void show(String secret) {
        removeAll();
        setCloseOnEsc(false);
        setCloseOnOutsideClick(false);
        setHeaderTitle(reader.text("portalidentity.key.doneTitle"));
        add(new SecretOnce(name.getValue().strip(), secret, reader.text("portalidentity.key.note")));
        getFooter().removeAll();
        var done = new Button(reader.text("portalidentity.key.kept"), _ -> close());
        done.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(done);
        changed.execute();
    }
}
