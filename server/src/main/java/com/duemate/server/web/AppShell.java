package com.duemate.server.web;

import com.duemate.themes.StyleSheets;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import java.util.Map;

/** The page both portals stand in. */
@Push
@ColorScheme(ColorScheme.Value.LIGHT_DARK)
@Viewport("width=device-width, initial-scale=1, viewport-fit=cover")
@StyleSheet(Aura.STYLESHEET)
@StyleSheet(StyleSheets.TOKENS)
@StyleSheet(StyleSheets.ICONS)
@StyleSheet(StyleSheets.APP)
@StyleSheet(StyleSheets.PARTS)
@StyleSheet(StyleSheets.WORK)
@StyleSheet(StyleSheets.SURFACES)
public class AppShell implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addLink("/icon.svg", Map.of("rel", "icon", "type", "image/svg+xml"));
    }
}
