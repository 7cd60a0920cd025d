package org.uniongrid.start;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.access.FirstStart;
import org.uniongrid.demo.Demo;
import org.uniongrid.demo.DemoMembers;

/**
 * Fills a new cell: the three administrators and, unless {@code --empty} is said, the demonstration city. All of it or
 * nothing, so that a start that was cut short is a first start again.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FirstRun implements ApplicationRunner {

    private final FirstStart firstStart;
    private final Demo demo;
    private final DemoMembers members;
    private final TransactionTemplate transaction;
    private final Console console;

    FirstRun(FirstStart firstStart, Demo demo, DemoMembers members, TransactionTemplate transaction, Console console) {
        this.firstStart = firstStart;
        this.demo = demo;
        this.members = members;
        this.transaction = transaction;
        this.console = console;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        // whoever lost a password has a cell already; a new one would print its first passwords to nobody
        if (arguments.containsOption(ResetPassword.OPTION)) return;
        var demonstration = transaction.execute(status -> {
            var administrators = firstStart.administrators();
            if (administrators.isEmpty()) return false;
            console.administrators(administrators);
            if (arguments.containsOption("empty")) return false;
            console.cadres(demo.load());
            return true;
        });
        if (Boolean.TRUE.equals(demonstration)) console.members(members.load());
    }
}
