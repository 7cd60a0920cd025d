package org.uniongrid.casework.handling;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.casework.CaseFile;
import org.uniongrid.casework.CaseFiles;
import org.uniongrid.casework.CaseKind;
import org.uniongrid.casework.CaseRule;
import org.uniongrid.casework.Corrections;
import org.uniongrid.casework.Corrections.Correction;
import org.uniongrid.casework.Corrections.What;
import org.uniongrid.casework.Grade;
import org.uniongrid.casework.HotlineCase;
import org.uniongrid.foundation.Actor;
import org.uniongrid.matter.Matter;
import org.uniongrid.matter.Matters;

/** Cases in the hands of a union that works on them: only there they change, and only while they are open. */
@Component
class OpenCases {

    private final JdbcClient db;
    private final Matters matters;
    private final CaseFiles files;
    private final Corrections corrections;

    OpenCases(JdbcClient db, Matters matters, CaseFiles files, Corrections corrections) {
        this.db = db;
        this.matters = matters;
        this.files = files;
        this.corrections = corrections;
    }

    /** One of them, held to the end of the transaction. */
    record Open(Matter matter, CaseFile file) {}

    /** @throws NoSuchElementException where there is none that the actor may work on */
    @Transactional(propagation = Propagation.MANDATORY)
    public Open lock(Actor actor, UUID id) {
        var matter = inside(actor, id);
        var file = files.of(matter);
        db.sql("select 1 from casework.case_file where id = ? for no key update")
                .param(file.id())
                .query()
                .singleRow();
        CaseRule.CASE_IS_STILL_OPEN.require(matter.isOpen());
        return new Open(matter, files.of(matter));
    }

    /** One that a union reads which has to do with it; not as whoever asked. */
    Matter inside(Actor actor, UUID id) {
        var matter = matters.find(id, actor);
        if (!matter.inside() || !matter.kind().equals(HotlineCase.KEY))
            throw new NoSuchElementException("No case " + id);
        return matter;
    }

    CaseFile file(Matter matter) {
        return files.of(matter);
    }

    /** As many heads as are named, where fewer were said. */
    void atLeast(Open open, long named, Actor actor) {
        if (named > open.file().heads()) heads(actor, open, (int) named, null);
    }

    void heads(Actor actor, Open open, int heads, @Nullable String reason) {
        if (heads == open.file().heads()) return;
        db.sql("update casework.case_file set heads = ? where id = ?")
                .params(heads, open.file().id())
                .update();
        var it = new Correction(What.HEADS, "", Integer.toString(open.file().heads()), Integer.toString(heads), reason);
        write(actor, open, it);
    }

    void kind(Actor actor, Open open, CaseKind kind, @Nullable String reason) {
        var before = open.file().kind();
        if (before.id() == kind.id()) return;
        db.sql("update casework.case_file set kind_id = ? where id = ?")
                .params(kind.id(), open.file().id())
                .update();
        write(actor, open, new Correction(What.KIND, "", before.chinese(), kind.chinese(), reason));
    }

    /** The step under way keeps its time; the next one goes by the new grade. */
    void grade(Actor actor, Open open, Grade grade, @Nullable String reason) {
        var before = open.file().grade();
        if (before == grade) return;
        db.sql("update casework.case_file set grade = ? where id = ?")
                .params(grade.name(), open.file().id())
                .update();
        write(actor, open, new Correction(What.GRADE, "", before.name(), grade.name(), reason));
    }

    void employer(Actor actor, Open open, @Nullable Long id, String name, @Nullable String reason) {
        var before = open.file().employer();
        if (name.equals(before)) return;
        db.sql("update casework.case_file set employer_id = :id, employer = :name where id = :file")
                .param("id", id)
                .param("name", name)
                .param("file", open.file().id())
                .update();
        write(actor, open, new Correction(What.EMPLOYER, "", before, name, reason));
    }

    private void write(Actor actor, Open open, Correction it) {
        corrections.addAll(actor, open.matter(), open.file(), List.of(it));
    }
}
