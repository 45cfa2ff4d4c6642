package com.duemate.themes;

/** Addresses of the style sheets and scripts, relative to the application, in loading order; a brand's own comes last. */
public final class StyleSheets {

    /** Roles on top of Vaadin's Aura theme, which is loaded before it. */
    public static final String TOKENS = "themes/tokens.css";

    /** Signs and line drawings. */
    public static final String ICONS = "themes/icons.css";

    /** The frame of both portals: views, navigation, lists, phones. */
    public static final String APP = "themes/app.css";

    /** Composed parts a page is written with: header, KPI tile, badge, amount, chip. */
    public static final String PARTS = "themes/parts.css";

    /** Composed parts for work: timeline, filters, bulk bar, worklist, policy rail. */
    public static final String WORK = "themes/work.css";

    /** Composed parts that are places of their own: panel, preview, chart; empty, loading and broken states. */
    public static final String SURFACES = "themes/surfaces.css";

    /** What stands around the screens of the tenant portal: header, search, keys. */
    public static final String PORTAL = "themes/portal.css";

    /** All a plain server-rendered page needs. */
    public static final String PAGE = "themes/page.css";

    /** What single rooms of the tenant portal need beside the composed parts. */
    public static final String ROOMS = "themes/rooms.css";

    /** Draws charts; needs Chart.js to be loaded before it. */
    public static final String CHARTS_SCRIPT = "themes/charts.js";

    /** Listens for the tenant portal's keys. */
    public static final String KEYS_SCRIPT = "themes/keys.js";

    private StyleSheets() {}
}
