package org.uniongrid.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Cursors and pages, over a list kept in memory. */
class PageTests {

    private static final List<UUID> ROWS =
            IntStream.range(0, 7).mapToObj(i -> new UUID(0, i)).toList();

    private static final UUID NOBODY = new UUID(1, 1);

    @Test
    void beforeWinsOverAfter() {
        assertThat(Cursor.of(NOBODY, ROWS.getFirst())).isEqualTo(new Cursor(ROWS.getFirst(), true));
        assertThat(Cursor.of(NOBODY, null)).isEqualTo(new Cursor(NOBODY, false));
        assertThat(Cursor.of(null, null)).isEqualTo(Cursor.START);
    }

    @Test
    void aRowThatIsGoneMeansTheFirstPage() {
        var order = Keyset.descending("access.sign_in", "s", "at", "id");
        var page = order.page(
                new Cursor(NOBODY, true), 3, Function.identity(), tail -> tail.row() == null ? ROWS : List.of());
        assertThat(page).isEqualTo(Page.of(ROWS, 3, Cursor.START, Function.identity()));
    }

    @Test
    void theOrderTurnsRoundOnTheWayBack() {
        var tails = new ArrayList<Keyset.Tail>();
        var order = Keyset.descending("access.sign_in", "s", "at", "id");
        for (var cursor : List.of(Cursor.START, new Cursor(NOBODY, false), new Cursor(NOBODY, true)))
            order.page(cursor, 3, Function.identity(), tail -> {
                tails.add(tail);
                return ROWS;
            });
        assertThat(tails).extracting(Keyset.Tail::limit).containsOnly(4);
        assertThat(tails)
                .extracting(Keyset.Tail::sql)
                .containsExactly(
                        " order by s.at desc, s.id desc limit :limit",
                        " and (s.at, s.id) < (select at, id from access.sign_in where public_id = :row)"
                                + " order by s.at desc, s.id desc limit :limit",
                        " and (s.at, s.id) > (select at, id from access.sign_in where public_id = :row)"
                                + " order by s.at, s.id limit :limit");
    }

    @Test
    void leadsForwardsThroughAllRowsAndBackAgain() {
        var first = page(Cursor.START);
        var second = page(new Cursor(first.after(), false));
        var third = page(new Cursor(second.after(), false));
        assertThat(first.rows()).containsExactlyElementsOf(ROWS.subList(0, 3));
        assertThat(second.rows()).containsExactlyElementsOf(ROWS.subList(3, 6));
        assertThat(third.rows()).containsExactlyElementsOf(ROWS.subList(6, 7));
        assertThat(first.before()).isNull();
        assertThat(third.after()).isNull();
        assertThat(page(new Cursor(third.before(), true))).isEqualTo(second);
        assertThat(page(new Cursor(second.before(), true)).rows()).isEqualTo(first.rows());
        assertThat(page(new Cursor(second.before(), true)).before()).isNull();
    }

    @Test
    void aPageThatIsJustFullHasNoneAfterIt() {
        var page = Page.of(ROWS.subList(0, 3), 3, Cursor.START, Function.identity());
        assertThat(page.after()).isNull();
        assertThat(page.rows()).hasSize(3);
    }

    @Test
    void nothingLeadsNowhere() {
        var page = Page.of(List.<UUID>of(), 3, Cursor.START, Function.identity());
        assertThat(page).isEqualTo(new Page<>(List.of(), null, null));
        assertThat(page.isEmpty()).isTrue();
    }

    private static Page<UUID> page(Cursor cursor) {
        var at = ROWS.indexOf(cursor.row());
        var read = cursor.row() == null
                ? ROWS
                : cursor.backwards() ? ROWS.subList(0, at).reversed() : ROWS.subList(at + 1, ROWS.size());
        return Page.of(read.subList(0, Math.min(4, read.size())), 3, cursor, Function.identity());
    }
}
