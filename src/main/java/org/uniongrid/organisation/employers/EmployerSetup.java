package org.uniongrid.organisation.employers;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.uniongrid.organisation.UnitAction;

/** What the page of a unit offers about employers. */
@Configuration(proxyBeanMethods = false)
class EmployerSetup {

    @Bean
    UnitAction newEmployerAction() {
        return UnitAction.of(
                310, "employer.new", "building-factory", EmployerDesk.EDIT, "/organisation/employers/new?under={id}");
    }
}
