package org.uniongrid.casework.figures;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.matter.Matters;

/** The monthly report of cases. */
@Controller
class FiguresController {

    private final CaseFigures figures;
    private final Clock clock;

    FiguresController(CaseFigures figures, Clock clock) {
        this.figures = figures;
        this.clock = clock;
    }

    @GetMapping("/cases/figures")
    @Permission(Matters.READ)
    @Transactional(readOnly = true)
    public ModelAndView month(Actor actor, @RequestParam(defaultValue = "") String month) {
        var which = month(month);
        return new ModelAndView("casework/figures/month")
                .addObject("month", which)
                .addObject("counted", figures.month(actor, which))
                .addObject("steps", figures.steps(actor, which));
    }

    /** This one, where none is said. */
    private YearMonth month(String typed) {
        try {
            return YearMonth.parse(typed);
        } catch (DateTimeException e) {
            return YearMonth.now(clock);
        }
    }
}
