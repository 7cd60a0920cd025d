package org.uniongrid.organisation.chains;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.uniongrid.organisation.Category;
import org.uniongrid.organisation.UnitAction;

/** From the page of a union to the chains that it keeps: a button for a chain federation, in the menu of the others. */
@Configuration(proxyBeanMethods = false)
class ChainActions {

    private static final String CHAINS = "/organisation/chains?keeper={id}";

    @Bean
    UnitAction chainsOfAChainFederation() {
        return UnitAction.of(60, "menu.chains", "link", ChainsController.READ, CHAINS)
                .when(unit -> unit.category() == Category.CHAIN);
    }

    @Bean
    UnitAction chainsOfAFederation() {
        return UnitAction.of(360, "menu.chains", "link", ChainsController.READ, CHAINS)
                .when(unit -> unit.category() != Category.CHAIN && ChainDesk.KEEPERS.contains(unit.category()));
    }
}
