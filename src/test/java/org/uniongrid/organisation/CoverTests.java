package org.uniongrid.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.uniongrid.organisation.CoverRule.*;

import java.time.Clock;
import java.time.LocalDate;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Rule;
import org.uniongrid.foundation.RuleBroken;

@ModuleTest
class CoverTests {

    private static final Reach ALL = new Reach.Cell();

    private final Union union;
    private final Covers covers;
    private final EmployerDirectory employers;
    private final UnitDirectory units;
    private final TransactionTemplate transaction;
    private final JdbcClient db;
    private final LocalDate today;

    CoverTests(
            Union union,
            Covers covers,
            EmployerDirectory employers,
            UnitDirectory units,
            TransactionTemplate transaction,
            JdbcClient db,
            Clock clock) {
        this.union = union;
        this.covers = covers;
        this.employers = employers;
        this.units = units;
        this.transaction = transaction;
        this.db = db;
        this.today = LocalDate.now(clock);
    }

    @Test
    void aUnionCoversFromADayUpToTheDayItEnds() {
        var district = union.district(union.city(), "覆起");
        var firm = employer(union.employerIn(district, "覆起"));
        var joint = unit(union.under(district, Category.JOINT, "覆起"));
        var begun = within(() -> covers.begin(firm, joint, CoverMode.JOINT, today));
        assertThat(begun.since()).isEqualTo(today);
        assertThat(begun.until()).isNull();
        assertThat(unionOf(firm)).isEqualTo(joint.id());
        var ended = within(() -> covers.end(firm, begun.publicId(), today.plusDays(1)));
        assertThat(ended.until()).isEqualTo(today.plusDays(1));
        assertThat(unionOf(firm)).as("still today").isEqualTo(joint.id());
        db.sql("update organisation.cover set during = daterange(?, ?) where public_id = ?")
                .params(today.minusDays(1), today, begun.publicId())
                .update();
        assertThat(unionOf(firm)).as("ended today").isNull();
    }

    @Test
    void theEarliestOfSeveralUnionsCountsWhicheverWasEnteredFirst() {
        var city = union.city();
        var district = union.district(city, "覆序");
        var firm = employer(union.employerIn(district, "覆序"));
        var late = unit(union.under(district, Category.JOINT, "覆晚"));
        var early = unit(union.under(district, Category.INDUSTRIAL, "覆早"));
        within(() -> covers.begin(firm, late, CoverMode.JOINT, today));
        db.sql("update organisation.place set during = daterange(?, null) where unit_id in (?, ?, ?)")
                .params(today.minusDays(9), city.id(), district.id(), early.id())
                .update();
        within(() -> covers.begin(firm, early, CoverMode.COVERED, today.minusDays(3)));
        assertThat(unionOf(firm)).isEqualTo(early.id());
    }

    @Test
    void aFederationCoversByAreaOrAsTheLastResortOnly() {
        var district = union.district(union.city(), "覆式");
        var firm = employer(union.employerIn(district, "覆式"));
        var federation = unit(district);
        assertThat(broken(() -> covers.begin(firm, federation, CoverMode.ALONE, today)))
                .isEqualTo(UNION_COVERS_IN_THIS_WAY);
        assertThat(broken(() -> covers.begin(firm, federation, CoverMode.LED, today)))
                .isEqualTo(UNION_COVERS_IN_THIS_WAY);
        within(() -> covers.begin(firm, federation, CoverMode.CATCH_ALL, today));
        assertThat(unionOf(firm)).isEqualTo(federation.id());
        assertThat(Covers.covers(Category.GUEST)).isFalse();
    }

    @Test
    void coverIsNeverDoubledNorBeforeTheUnionStandsNorOutOfOrder() {
        var district = union.district(union.city(), "覆规");
        var firm = employer(union.employerIn(district, "覆规"));
        var joint = unit(union.under(district, Category.JOINT, "覆规"));
        assertThat(broken(() -> covers.begin(firm, joint, CoverMode.JOINT, today.minusDays(1))))
                .isEqualTo(UNION_STANDS_IN_THE_TREE_THEN);
        var cover = within(() -> covers.begin(firm, joint, CoverMode.JOINT, today));
        assertThat(broken(() -> covers.begin(firm, joint, CoverMode.JOINT, today.plusDays(5))))
                .isEqualTo(COVER_IS_NOT_DOUBLED);
        assertThat(broken(() -> covers.end(firm, cover.publicId(), today.minusDays(1))))
                .isEqualTo(COVER_ENDS_AFTER_IT_BEGINS);
        within(() -> covers.end(firm, cover.publicId(), today.plusDays(5)));
        assertThat(broken(() -> covers.end(firm, cover.publicId(), today.plusDays(5))))
                .isEqualTo(COVER_IS_NOT_OVER);
        within(() -> covers.begin(firm, joint, CoverMode.JOINT, today.plusDays(5)));
        var other = employer(union.employerIn(district, "覆别"));
        assertThatThrownBy(() -> within(() -> covers.end(other, cover.publicId(), today.plusDays(2))))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void aCoverThatEndsOnTheDayItBeganIsTakenBack() {
        var district = union.district(union.city(), "覆撤");
        var firm = employer(union.employerIn(district, "覆撤"));
        var joint = unit(union.under(district, Category.JOINT, "覆撤"));
        var cover = within(() -> covers.begin(firm, joint, CoverMode.JOINT, today));
        assertThat(within(() -> covers.end(firm, cover.publicId(), today)).until())
                .isEqualTo(today);
        assertThat(covers.of(firm, today)).isEmpty();
        assertThat(unionOf(firm)).isNull();
        within(() -> covers.begin(firm, joint, CoverMode.COVERED, today));
    }

    @Test
    void whatIsClosedIsCoveredNoMore() {
        var district = union.district(union.city(), "覆闭");
        var firm = employer(union.employerIn(district, "覆闭"));
        var joint = unit(union.under(district, Category.JOINT, "覆闭"));
        db.sql("update organisation.employer set state = 'CLOSED' where id = ?")
                .param(firm.id())
                .update();
        assertThat(broken(() -> covers.begin(firm, joint, CoverMode.JOINT, today)))
                .isEqualTo(EMPLOYER_IS_NOT_CLOSED);
    }

    @Test
    void nothingIsChangedOutsideATransaction() {
        var district = union.district(union.city(), "覆外");
        var firm = employer(union.employerIn(district, "覆外"));
        assertThatThrownBy(() -> covers.begin(firm, unit(district), CoverMode.COVERED, today))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void anEmployerIsFoundWithinReachOnly() {
        var city = union.city();
        var district = union.district(city, "覆见");
        var beside = union.district(city, "覆旁");
        var firm = union.employerIn(district, "覆见");
        var reach = union.cadre(district).reach("organisation.employer.read");
        assertThat(employers.find(firm.publicId(), reach).name()).isEqualTo(firm.name());
        assertThat(employers.withWords(firm.name(), reach)).hasSize(1);
        var elsewhere = union.cadre(beside).reach("organisation.employer.read");
        assertThat(employers.withWords(firm.name(), elsewhere)).isEmpty();
        assertThatThrownBy(() -> employers.find(firm.publicId(), elsewhere)).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> employers.find(UUID.randomUUID(), ALL)).isInstanceOf(NoSuchElementException.class);
    }

    private EmployerDirectory.Found employer(Union.Employer one) {
        return employers.find(one.publicId(), ALL);
    }

    private UnitDirectory.Found unit(Union.Unit one) {
        return units.find(one.publicId(), ALL);
    }

    private @Nullable Long unionOf(EmployerDirectory.Found firm) {
        return db.sql("select union_id from organisation.employer where id = ?")
                .param(firm.id())
                .query((row, number) -> row.getObject(1, Long.class))
                .list()
                .getFirst();
    }

    private <T> T within(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    private Rule broken(Supplier<?> work) {
        try {
            within(work);
        } catch (RuleBroken broken) {
            return broken.rule();
        }
        throw new AssertionError("no rule was broken");
    }
}
