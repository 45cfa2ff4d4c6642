package com.duemate.tenantportal.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a service refused, shown at the field it is about until that field changes. */
public final class Refusals implements Serializable {

    private final Map<String, HasValidation> fields = new LinkedHashMap<>();

    /** @param name of the field, as the service calls it */
    public <F extends Component & HasValidation & HasValue<?, ?>> Refusals at(String name, F field) {
        field.setManualValidation(true);
        field.addValueChangeListener(_ -> field.setInvalid(false));
        fields.put(name, field);
        return this;
    }

    /**
     * Shows the words at the field and leads there.
     *
     * @return false when no field has this name and the words must be said elsewhere
     */
    public boolean show(String name, String words) {
        HasValidation field = fields.get(name);
        if (field == null) {
            return false;
        }
        field.setErrorMessage(words);
        field.setInvalid(true);
        if (field instanceof Focusable<?> focusable) {
            focusable.focus();
        }
        return true;
    }

    public void clear() {
        fields.values().forEach(field -> field.setInvalid(false));
    }
}
