package org.uniongrid.casework.handling;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.uniongrid.exchange.PdfPapers;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.Permission;
import org.uniongrid.matter.Matter;
import org.uniongrid.matter.Matters;
import org.uniongrid.matter.Papers;
import org.uniongrid.web.Attachment;
import org.uniongrid.web.Templates;

/** 归档: the whole record of a case as one paper, with the hash of each paper that belongs to it. */
@Controller
class RecordController {

    private final OpenCases cases;
    private final CaseController page;
    private final Matters matters;
    private final Papers papers;
    private final PdfPapers printer;
    private final Templates templates;
    private final AuditTrail trail;
    private final Clock clock;

    RecordController(
            OpenCases cases,
            CaseController page,
            Matters matters,
            Papers papers,
            PdfPapers printer,
            Templates templates,
            AuditTrail trail,
            Clock clock) {
        this.cases = cases;
        this.page = page;
        this.matters = matters;
        this.papers = papers;
        this.printer = printer;
        this.templates = templates;
        this.trail = trail;
        this.clock = clock;
    }

    @GetMapping("/cases/{id}/record")
    @Permission(Matters.READ)
    @Transactional
    public ResponseEntity<byte[]> record(Actor actor, @PathVariable UUID id, Locale locale) {
        var matter = cases.inside(actor, id);
        trail.add(actor, Deed.of("casework.record", "casework.case", id, matter.label()));
        return Attachment.of(
                "case-" + matter.year() + "-" + matter.nr() + ".pdf",
                MediaType.APPLICATION_PDF,
                print(actor, matter, locale));
    }

    private byte[] print(Actor actor, Matter matter, Locale locale) {
        var parts = page.parts(actor, matter.publicId());
        parts.put("timeline", matters.timeline(matter));
        parts.put("papers", papers.of(matter).papers());
        parts.keySet().retainAll(RECORD);
        parts.put("day", LocalDate.now(clock).toString());
        return printer.print("casework/handling/record", templates.say(locale), parts);
    }

    private static final java.util.Set<String> RECORD =
            java.util.Set.of("matter", "file", "claimants", "corrections", "visits", "timeline", "papers");
}
