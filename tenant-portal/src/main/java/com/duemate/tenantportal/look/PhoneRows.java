package com.duemate.tenantportal.look;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.function.ValueProvider;
import java.util.List;

/** Lets a grid show rows of two lines instead of its columns while the window is as narrow as a phone. */
public final class PhoneRows {

    /** The same limit as in the style sheets. */
    private static final String WATCH = """
            const narrow = matchMedia("(width <= 40rem)");
            const tell = () => this.dispatchEvent(new CustomEvent("dm-narrow", { detail: narrow.matches }));
            narrow.addEventListener("change", tell);
            tell();
            """;

    private PhoneRows() {}

    /** To be called after the grid has its columns. */
    public static <T> void offer(Grid<T> grid, ValueProvider<T, ListRow> row) {
        List<Grid.Column<T>> wide = List.copyOf(grid.getColumns());
        Grid.Column<T> narrow = grid.addComponentColumn(row);
        narrow.setVisible(false);
        Element element = grid.getElement();
        element.addEventListener("dm-narrow", event -> {
                    boolean isNarrow = event.getEventData().get("event.detail").asBoolean();
                    wide.forEach(column -> column.setVisible(!isNarrow));
                    narrow.setVisible(isNarrow);
                    grid.setThemeName("dm-rows", isNarrow);
                })
                .addEventData("event.detail");
        grid.addAttachListener(_ -> element.executeJs(WATCH));
    }
}
