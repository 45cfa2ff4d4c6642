package com.duemate.tenantportal.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the keys do. */
class KeysDialog extends Dialog {

    private static final Map<String, String> KEYS = new LinkedHashMap<>();

    static {
        KEYS.put("/", "portal.keys.search");
        KEYS.put("Ctrl K", "portal.keys.search");
        KEYS.put("n", "portal.keys.new");
        KEYS.put("e", "portal.keys.edit");
        KEYS.put("j  k", "portal.keys.move");
        KEYS.put("?", "portal.keys.list");
    }

    KeysDialog() {
        setHeaderTitle(getTranslation("portal.keys.title"));
        var list = new DescriptionList();
        list.addClassName("dm-facts");
        KEYS.forEach((key, text) -> {
            var sign = new Span(key);
            sign.addClassName("dm-key");
            var term = new DescriptionList.Term();
            term.add(sign);
            list.add(term, new DescriptionList.Description(getTranslation(text)));
        });
        add(list);
        getFooter().add(new Button(getTranslation("portal.close"), _ -> close()));
    }
}
