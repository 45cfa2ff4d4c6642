package com.duemate.tenantportal.shell;

import com.duemate.platform.kernel.Page;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.provider.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets a component that asks for rows by their place read a list that is walked by cursors. Keeps the cursor of every page it
 * came by and the rows of the last two pages only. One per component and filter.
 */
public final class KeysetPages<T> {

    public static final int SIZE = 50;

    private final Source<T> source;
    private final List<@Nullable String> cursors = new ArrayList<>();
    private final List<Kept<T>> kept = new ArrayList<>();
    private boolean ended;

    /** A front desk's list. */
    @FunctionalInterface
    public interface Source<T> {

        Page<T> page(int limit, @Nullable String cursor);
    }

    private record Kept<T>(int number, List<T> rows) {}

    public KeysetPages(Source<T> source) {
        this.source = source;
        cursors.add(null);
    }

    /** Shows the list in a grid from its start; rows are fetched as one scrolls. */
    public static <T> void show(Grid<T> grid, Source<T> source) {
        var pages = new KeysetPages<>(source);
        ComponentUtil.setData(grid, KeysetPages.class, pages);
        grid.setPageSize(SIZE);
        pages.fit(grid);
        grid.setItems(query -> pages.fetch(query));
    }

    /** Reads what a grid shows anew and leaves its reader where they are. */
    public static void refresh(Grid<?> grid) {
        var pages = ComponentUtil.getData(grid, KeysetPages.class);
        if (pages != null) {
            pages.forget();
            pages.fit(grid);
            grid.getDataProvider().refreshAll();
        }
    }

    /** A list that ends with its first page is shown to its end, so that its frame closes with its last row. */
    private void fit(Grid<?> grid) {
        page(0);
        grid.setAllRowsVisible(ended);
    }

    /** Rows from the query's offset on; fewer than asked for at the end of the list. */
    public Stream<T> fetch(Query<?, ?> query) {
        return rows(query.getOffset(), query.getLimit()).stream();
    }

    List<T> rows(int offset, int limit) {
        var rows = new ArrayList<T>();
        int number = offset / SIZE;
        int skipped = offset % SIZE;
        while (rows.size() < skipped + limit) {
            var page = page(number++);
            rows.addAll(page);
            if (page.size() < SIZE) {
                break;
            }
        }
        return rows.size() <= skipped ? List.of() : rows.subList(skipped, Math.min(rows.size(), skipped + limit));
    }

    /** Rows may have come or gone since, so that every cursor is another's by now. */
    void forget() {
        cursors.clear();
        cursors.add(null);
        kept.clear();
        ended = false;
    }

    private List<T> page(int number) {
        for (var page : kept) {
            if (page.number == number) {
                return page.rows;
            }
        }
        while (cursors.size() <= number && !ended) {
            load(cursors.size() - 1);
        }
        return cursors.size() <= number ? List.of() : load(number);
    }

    private List<T> load(int number) {
        var page = source.page(SIZE, cursors.get(number));
        if (number == cursors.size() - 1) {
            if (page.next() == null) {
                ended = true;
            } else {
                cursors.add(page.next());
            }
        }
        if (kept.size() == 2) {
            kept.removeFirst();
        }
        kept.add(new Kept<>(number, page.items()));
        return page.items();
    }
}
