package org.uniongrid.organisation.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;

/** What comes in by the thousand is looked at a statement at a time, and never compared with a whole city. */
@ModuleTest
class ByTheThousandTests {

    private static final int MANY = 40;

    private final Union union;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    ByTheThousandTests(Union union, JdbcClient db, TransactionTemplate transaction) {
        this.union = union;
        this.db = db;
        this.transaction = transaction;
    }

    @Test
    void noTriggerOfAListIsCalledForEachOfItsRows() {
        var eachRow = db.sql("""
                        select distinct tgrelid::regclass::text from pg_trigger
                        where not tgisinternal and tgtype::int & 7 = 5
                        and tgrelid::regclass::text in ('organisation.unit', 'organisation.employer', 'organisation.cover',
                            'organisation.employer_insured', 'organisation.chain_member', 'organisation.employer_pair')
                        """).query(String.class).list();
        assertThat(eachRow).as("row triggers after an insert").isEmpty();
    }

    @Test
    void likelyDuplicatesOfManyAreFoundByTheirIndexes() {
        var district = union.district(union.city(), "千");
        union.take(
                "employers",
                IntStream.range(0, MANY)
                        .mapToObj(number -> Map.of(
                                "employer-name",
                                "千行第" + number + "有限公司",
                                "uscc",
                                Union.creditCode(),
                                "address",
                                "千行路" + number + "号",
                                "division",
                                district.division()))
                        .toList());
        transaction.executeWithoutResult(all -> {
            all.setRollbackOnly();
            var before = read();
            db.sql("""
                    select organisation.pair_up(array(
                        select id from organisation.employer where name like '千行第%' order by id limit ?))""").param(MANY).query().listOfRows();
            assertThat(read() - before).as("employers read").isLessThanOrEqualTo(MANY * 10L);
        });
    }

    /** Rows that this transaction read, by whatever way. */
    private long read() {
        return db.sql("""
                        select seq_tup_read + idx_tup_fetch from pg_stat_xact_user_tables
                        where relid = 'organisation.employer'::regclass""").query(Long.class).single();
    }
}
