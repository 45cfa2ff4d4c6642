package com.duemate.tenantportal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.kernel.Page;
import com.vaadin.flow.component.grid.Grid;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeysetPagesTest {

    private static final int ROWS = 3 * KeysetPages.SIZE + 7;

    private final List<String> asked = new ArrayList<>();
    private final KeysetPages<Integer> pages = new KeysetPages<>(this::page);

    /** A list whose cursor is the last row's number. */
    private Page<Integer> page(int limit, @Nullable String cursor) {
        asked.add(String.valueOf(cursor));
        int from = cursor == null ? 0 : Integer.parseInt(cursor);
        int to = Math.min(ROWS, from + limit);
        return new Page<>(IntStream.range(from, to).boxed().toList(), to == ROWS ? null : String.valueOf(to));
    }

    @Test
    void givesTheRowsOfAnyPlace() {
        assertThat(pages.rows(0, 50)).hasSize(50).startsWith(0);
        assertThat(pages.rows(30, 60)).hasSize(60).startsWith(30).endsWith(89);
        assertThat(pages.rows(145, 50))
                .containsExactlyElementsOf(IntStream.range(145, ROWS).boxed().toList());
    }

    @Test
    void letsTheFrameCloseWithTheLastRowOfAListOfOnePage() {
        var grid = new Grid<Integer>();
        KeysetPages.show(grid, this::page);
        assertThat(grid.isAllRowsVisible()).isFalse();

        KeysetPages.show(grid, (_, _) -> new Page<>(List.of(1, 2, 3), null));
        assertThat(grid.isAllRowsVisible()).isTrue();
    }

    @Test
    void givesNothingBeyondTheEnd() {
        assertThat(pages.rows(ROWS, 50)).isEmpty();
        assertThat(pages.rows(10_000, 50)).isEmpty();
    }

    @Test
    void comesBackToThePlacesItWalkedBy() {
        pages.rows(150, 7);
        asked.clear();

        assertThat(pages.rows(50, 50)).startsWith(50);
        assertThat(asked).containsExactly("50");
    }

    @Test
    void walksAnewAfterForgetting() {
        pages.rows(50, 50);
        pages.forget();
        asked.clear();

        assertThat(pages.rows(50, 50)).startsWith(50);
        assertThat(asked).containsExactly("null", "50");
    }

    @Test
    void asksOnceForWhatItHasAtHand() {
        pages.rows(0, 50);
        pages.rows(10, 40);

        assertThat(asked).containsExactly("null");
    }
}
