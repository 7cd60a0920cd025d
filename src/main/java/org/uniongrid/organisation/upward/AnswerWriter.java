package org.uniongrid.organisation.upward;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.organisation.SearchText;
import org.uniongrid.organisation.upward.AnswersImport.Answer;

/** Writes answers beside the rows that were reported, and the codes that the register above gave. */
@Component
@Unscoped("writes only what was found within reach")
class AnswerWriter {

    private final JdbcClient db;
    private final Standings standings;
    private final Clock clock;

    AnswerWriter(JdbcClient db, Standings standings, Clock clock) {
        this.db = db;
        this.standings = standings;
        this.clock = clock;
    }

    void write(List<Answer> answers) {
        if (answers.isEmpty()) return;
        db.sql("""
                        update organisation.report_row r set result = g.result, receipt = nullif(g.receipt, ''),
                            reason = nullif(g.reason, '')
                        from unnest(:batches::bigint[], :numbers::int[], :results::text[], :receipts::text[], :reasons::text[])
                            as g(batch_id, number, result, receipt, reason)
                        where r.batch_id = g.batch_id and r.number = g.number
                        """)
                .param(
                        "batches",
                        numbers(
                                answers,
                                answer -> Objects.requireNonNull(answer.row().batchId())))
                .param(
                        "numbers",
                        numbers(
                                answers,
                                answer -> Objects.requireNonNull(answer.row().number())
                                        .longValue()))
                .param("results", texts(answers, answer -> answer.accepted() ? "ACCEPTED" : "REJECTED"))
                .param("receipts", texts(answers, answer -> Objects.requireNonNullElse(answer.receipt(), "")))
                .param("reasons", texts(answers, answer -> Objects.requireNonNullElse(answer.reason(), "")))
                .update();
        giveCodes(answers.stream().filter(answer -> answer.newCode() != null).toList());
        var batches = answers.stream()
                .map(answer -> Objects.requireNonNull(answer.row().batchId()))
                .distinct()
                .toList();
        db.sql("""
                        update organisation.report_batch b
                        set state = 'ANSWERED', answered_at = coalesce(b.answered_at, :now), accepted = n.accepted, rejected = n.rejected
                        from (select batch_id, count(*) filter (where result = 'ACCEPTED') as accepted,
                                     count(*) filter (where result = 'REJECTED') as rejected
                              from organisation.report_row where batch_id = any (:batches) group by batch_id) n
                        where b.id = n.batch_id
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("batches", batches.toArray(Long[]::new))
                .update();
        batches.forEach(standings::deriveOf);
    }

    /** Only where there was none. The code is part of the row: the union's row as reported is not changed by it. */
    private void giveCodes(List<Answer> coded) {
        if (coded.isEmpty()) return;
        db.sql("""
                        update organisation.unit u set code = g.code, search = g.search::tsvector
                        from unnest(:units::bigint[], :codes::text[], :texts::text[]) as g(unit_id, code, search)
                        where u.id = g.unit_id and u.code is null
                        """)
                .param("units", numbers(coded, answer -> answer.row().unitId()))
                .param("codes", texts(coded, answer -> Objects.requireNonNull(answer.newCode())))
                .param(
                        "texts",
                        texts(coded, answer -> SearchText.of(answer.row().name(), answer.newCode())))
                .update();
    }

    private static Long[] numbers(List<Answer> answers, Function<Answer, Long> part) {
        return answers.stream().map(part).toArray(Long[]::new);
    }

    private static String[] texts(List<Answer> answers, Function<Answer, String> part) {
        return answers.stream().map(part).toArray(String[]::new);
    }
}
