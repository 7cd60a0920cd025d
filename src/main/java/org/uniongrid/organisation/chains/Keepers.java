package org.uniongrid.organisation.chains;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Scope;
import org.uniongrid.organisation.Category;
import org.uniongrid.organisation.UnitDirectory;
import org.uniongrid.organisation.UnitDirectory.Found;

/** Unions that may keep a chain. */
@Component
class Keepers {

    private final UnitDirectory directory;
    private final JdbcClient db;

    Keepers(UnitDirectory directory, JdbcClient db) {
        this.directory = directory;
        this.db = db;
    }

    /** Those with these words; without words the actor's own and the chain federations within reach. */
    List<Found> offered(Actor actor, String words, Optional<UUID> asked) {
        var reach = actor.reach("organisation.chain.edit");
        var own = Optional.ofNullable(actor.chosen())
                .filter(post -> post.scope() != null && reach.sees(post.scope()))
                .map(Actor.Post::unitId);
        var first = asked.or(() -> own).stream().map(id -> find(id, reach));
        var others = words.isEmpty() ? chainFederations(reach).stream() : directory.withWords(words, reach).stream();
        return Stream.concat(words.isEmpty() ? first : Stream.of(), others)
                .filter(unit -> ChainDesk.KEEPERS.contains(unit.category()))
                .distinct()
                .toList();
    }

    /**
     * The unit with this public id.
     *
     * @throws java.util.NoSuchElementException where there is none within reach
     */
    Found find(UUID id, Reach reach) {
        return directory.find(id, reach);
    }

    private List<Found> chainFederations(Reach reach) {
        return db.sql("""
                        select u.id, u.public_id, u.name, u.scope from organisation.unit u
                        where u.category = 'CHAIN' and organisation.sees(:reach, u.scope) order by u.scope limit 20
                        """)
                .param("reach", reach.asArray())
                .query((row, number) -> new Found(
                        row.getLong("id"),
                        row.getObject("public_id", UUID.class),
                        row.getString("name"),
                        Category.CHAIN,
                        new Scope(row.getString("scope"))))
                .list();
    }
}
