package com.duemate.tenantportal.look;

import com.duemate.themes.text.Texts;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Vaadin's way to the texts. One argument that is a map fills named places, all others fill numbered ones. */
public final class PortalTexts implements I18NProvider {

    private final transient Texts texts;

    public PortalTexts(Texts texts) {
        this.texts = texts;
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return Texts.LANGUAGES;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... params) {
        if (params.length == 1 && params[0] instanceof Map<?, ?> named) {
            return texts.text(locale, key, byName(named));
        }
        return texts.text(locale, key, params);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> byName(Map<?, ?> named) {
        return (Map<String, ?>) named;
    }
}
