package org.uniongrid.organisation.facts;

import org.uniongrid.foundation.Rule;

/** What the facts of a union keep to. */
enum FactsRule implements Rule {
    WOMEN_ARE_AMONG_THE_STAFF,
    WOMEN_MEMBERS_ARE_AMONG_THE_MEMBERS,
    UNION_TERM_ENDS_AFTER_IT_BEGINS,
    PREPARATION_COMES_BEFORE_FOUNDING,
    CREDIT_CODE_OF_A_UNION_IS_RIGHT,
    CREDIT_CODE_OF_A_UNION_IS_ONCE,
    UNION_CODE_IS_ONCE,
    ACCOUNT_OF_A_UNION_IS_A_NUMBER
}
