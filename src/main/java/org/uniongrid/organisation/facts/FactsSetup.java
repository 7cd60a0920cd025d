package org.uniongrid.organisation.facts;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.uniongrid.people.SealedColumn;

/** What the vault keeps for the facts of unions. */
@Configuration(proxyBeanMethods = false)
class FactsSetup {

    @Bean
    SealedColumn accountsOfUnions() {
        return Registrations.ACCOUNT;
    }
}
