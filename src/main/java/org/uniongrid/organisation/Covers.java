package org.uniongrid.organisation;

import static org.uniongrid.organisation.CoverRule.*;

import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Begins and ends the cover of employers by unions, in the caller's transaction; the caller writes the audit trail.
 * Whoever calls has found the employer and the union within reach. Several unions may cover one employer; the earliest
 * is the one that counts. A cover holds from its first day up to, and without, the day it ends.
 */
@Component
public class Covers {

    private static final String COVER = """
            select c.public_id, c.employer_id, e.public_id as employer, e.name as employer_name, c.unit_id, u.public_id as unit,
                   u.name as unit_name, c.mode, lower(c.during) as since, upper(c.during) as until
            from organisation.cover c
            join organisation.employer e on e.id = c.employer_id join organisation.unit u on u.id = c.unit_id
            """;

    private final JdbcClient db;

    Covers(JdbcClient db) {
        this.db = db;
    }

    /**
     * A union covers an employer.
     *
     * @param until the first day it does no longer, or null where no end is known
     */
    public record Cover(
            UUID publicId,
            long employerId,
            UUID employer,
            String employerName,
            long unitId,
            UUID unit,
            String unitName,
            CoverMode mode,
            LocalDate since,
            @Nullable LocalDate until) {}

    /** Whether a union of this kind may cover employers in this way. */
    public static boolean covers(Category category, CoverMode mode) {
        return switch (category) {
            case JOINT, ENTERPRISE, VILLAGE, GROUP -> true;
            case FEDERATION, REGIONAL, INDUSTRIAL, CHAIN -> mode == CoverMode.COVERED || mode == CoverMode.CATCH_ALL;
            case GUEST -> false;
        };
    }

    /** Whether a union of this kind covers any employers at all. */
    public static boolean covers(Category category) {
        return covers(category, CoverMode.COVERED);
    }

    /** From this day on the union covers the employer. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Cover begin(EmployerDirectory.Found employer, UnitDirectory.Found union, CoverMode mode, LocalDate from) {
        UNION_COVERS_IN_THIS_WAY.require(covers(union.category(), mode));
        EMPLOYER_IS_NOT_CLOSED.require(isOpen(employer.id()));
        UNION_STANDS_IN_THE_TREE_THEN.require(standsThen(union.id(), from));
        COVER_IS_NOT_DOUBLED.require(!coversFrom(employer.id(), union.id(), from));
        var id = db.sql("""
                        insert into organisation.cover (employer_id, unit_id, mode, during)
                        values (:employer, :unit, :mode, daterange(:from, null)) returning public_id
                        """)
                .param("employer", employer.id())
                .param("unit", union.id())
                .param("mode", mode.name())
                .param("from", from)
                .query(UUID.class)
                .single();
        return cover(id);
    }

    /**
     * From this day on the union covers the employer no longer; one that ends on the day it began is taken back.
     *
     * @return the cover with its end
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Cover end(EmployerDirectory.Found employer, UUID cover, LocalDate on) {
        var before = db.sql(COVER + "where c.public_id = :cover and c.employer_id = :employer for update of c")
                .param("cover", cover)
                .param("employer", employer.id())
                .query(Cover.class)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("No cover " + cover));
        COVER_ENDS_AFTER_IT_BEGINS.require(!on.isBefore(before.since()));
        COVER_IS_NOT_OVER.require(before.until() == null || on.isBefore(before.until()));
        if (on.equals(before.since())) return takenBack(before);
        db.sql("update organisation.cover set during = daterange(lower(during), :on) where public_id = :cover")
                .param("on", on)
                .param("cover", cover)
                .update();
        return cover(cover);
    }

    private Cover takenBack(Cover cover) {
        db.sql("delete from organisation.cover where public_id = ?")
                .param(cover.publicId())
                .update();
        return new Cover(
                cover.publicId(),
                cover.employerId(),
                cover.employer(),
                cover.employerName(),
                cover.unitId(),
                cover.unit(),
                cover.unitName(),
                cover.mode(),
                cover.since(),
                cover.since());
    }

    /**
     * From this day on no union covers an employer any longer; a cover that would begin only then is taken back.
     *
     * @return the covers that end, with their end
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Cover> endAll(EmployerDirectory.Found employer, LocalDate on) {
        db.sql("delete from organisation.cover where employer_id = :id and lower(during) >= :on")
                .param("id", employer.id())
                .param("on", on)
                .update();
        var ended = db.sql("""
                        update organisation.cover set during = daterange(lower(during), :on)
                        where employer_id = :id and during @> :on returning public_id
                        """)
                .param("id", employer.id())
                .param("on", on)
                .query(UUID.class)
                .list();
        return covers(ended);
    }

    /** The unions that cover an employer on a day or will, the one that counts first. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<Cover> of(EmployerDirectory.Found employer, LocalDate day) {
        return db.sql(COVER + """
                        where c.employer_id = :employer and c.during && daterange(:day, null) order by lower(c.during), c.id
                        """)
                .param("employer", employer.id())
                .param("day", day)
                .query(Cover.class)
                .list();
    }

    private Cover cover(UUID id) {
        return covers(List.of(id)).getFirst();
    }

    private List<Cover> covers(List<UUID> ids) {
        return db.sql(COVER + "where c.public_id = any (:ids) order by c.id")
                .param("ids", ids.toArray(UUID[]::new))
                .query(Cover.class)
                .list();
    }

    /** The row is held, so that nobody closes or merges the employer meanwhile. */
    private boolean isOpen(long employer) {
        return db.sql("""
                        select state <> 'CLOSED' and merged_into is null from organisation.employer where id = :id for no key update
                        """).param("id", employer).query(Boolean.class).single();
    }

    private boolean standsThen(long unit, LocalDate day) {
        return db.sql("""
                        select exists (select from organisation.place where unit_id = :unit and line_id = 1 and during @> :day)
                        """)
                .param("unit", unit)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    private boolean coversFrom(long employer, long unit, LocalDate day) {
        return db.sql("""
                        select exists (select from organisation.cover
                                       where employer_id = :employer and unit_id = :unit and during && daterange(:day, null))
                        """)
                .param("employer", employer)
                .param("unit", unit)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }
}
