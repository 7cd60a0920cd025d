package org.uniongrid.access.tokens;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.organisation.Extent;

/** Tokens for tests, issued as the security administrator does. */
public final class Issued {

    private final TokenDesk desk;
    private final Tokens tokens;
    private final Clock clock;
    private final Actor keeper;

    public Issued(ApplicationContext house) {
        desk = house.getBean(TokenDesk.class);
        tokens = house.getBean(Tokens.class);
        clock = house.getBean(Clock.class);
        keeper = house.getBean(Union.class).holder("security-admin", null);
    }

    /** For a unit with all below it, or for the whole cell, with these scopes. */
    public String token(Union.@Nullable Unit unit, String... scopes) {
        return issue(unit == null ? Extent.CELL : Extent.BELOW, unit, List.of(), scopes)
                .text()
                .text();
    }

    /** For one union without what is below it. */
    public String alone(Union.Unit unit, String... scopes) {
        return issue(Extent.OWN, unit, List.of(), scopes).text().text();
    }

    /** One that may be used from a network that no test is in. */
    public String elsewhere(Union.Unit unit, String... scopes) {
        return issue(Extent.BELOW, unit, List.of("203.0.113.0/24"), scopes)
                .text()
                .text();
    }

    public String revoked(Union.Unit unit, String... scopes) {
        var made = issue(Extent.BELOW, unit, List.of(), scopes);
        desk.revoke(keeper, made.token().publicId(), "不再使用");
        return made.text().text();
    }

    /** One whose time is over. */
    public String ended(Union.Unit unit, String... scopes) {
        var made = issue(Extent.BELOW, unit, List.of(), scopes);
        tokens.endSecrets(made.token(), OffsetDateTime.now(clock).minusSeconds(1));
        return made.text().text();
    }

    TokenDesk.Issued issue(Extent reach, Union.@Nullable Unit unit, List<String> addresses, String... scopes) {
        var id = UUID.randomUUID();
        var made = new NewToken(
                id,
                "系统" + id,
                "对账",
                "王工 8012",
                reach,
                unit == null ? null : unit.publicId(),
                List.of(scopes),
                addresses,
                6000,
                LocalDate.now(clock).plusDays(30));
        return desk.issue(keeper, made).orElseThrow();
    }

    TokenDesk desk() {
        return desk;
    }

    Actor keeper() {
        return keeper;
    }
}
