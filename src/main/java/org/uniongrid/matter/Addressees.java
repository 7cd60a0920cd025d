package org.uniongrid.matter;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.organisation.UnitDirectory;
import org.uniongrid.web.Option;
import org.uniongrid.web.TypedKey;

/** Whom a unit may ask, or tell: every unit above it, and those within the reach of its post. */
@Component
public class Addressees {

    private static final String UP = "up";
    private static final int SHOWN = 12;

    private final JdbcClient db;
    private final UnitDirectory directory;

    Addressees(JdbcClient db, UnitDirectory directory) {
        this.db = db;
        this.directory = directory;
    }

    /** A unit above, and how it is named in the form: by how far above it stands, since ids are for those in reach. */
    private record Above(UUID id, String name) {}

    /** The units above, the nearest first. Their names are known to all that stand below them. */
    private List<Above> above(Actor actor) {
        var post = actor.chosen();
        if (post == null || post.scope() == null) return List.of();
        return db.sql("""
                        select u.public_id as id, u.name from organisation.unit u
                        where u.id in (
                            select ('x' || lpad(x, 16, '0'))::bit(64)::bigint
                            from unnest(string_to_array(trim('/' from :path), '/')) x)
                        and u.public_id <> :own order by length(u.scope) desc
                        """)
                .param("path", post.scope().path())
                .param("own", post.unitId())
                .query(Above.class)
                .list();
    }

    /** To choose from: the units above, and those within reach that have these words in their names. */
    public List<Option> choices(String words, Actor actor) {
        var above = above(actor);
        var options = new ArrayList<Option>();
        for (int i = 0; i < above.size(); i++)
            options.add(new Option(UP + (i + 1), above.get(i).name()));
        if (!words.isBlank())
            for (var unit : directory.withWords(words.strip(), reach(actor)))
                if (above.stream().noneMatch(one -> one.id().equals(unit.publicId())) && !isOwn(unit.publicId(), actor))
                    options.add(new Option(unit.publicId().toString(), unit.name()));
        return options;
    }

    /** The unit that was chosen; empty where the actor may not ask it. */
    public Optional<UUID> chosen(String value, Actor actor) {
        if (value.matches(UP + "[0-9]{1,2}")) {
            var above = above(actor);
            var step = Integer.parseInt(value.substring(UP.length()));
            return step >= 1 && step <= above.size()
                    ? Optional.of(above.get(step - 1).id())
                    : Optional.empty();
        }
        return TypedKey.uuid(value).filter(unit -> isWithin(unit, actor) && !isOwn(unit, actor));
    }

    /** As it stands in the form; empty where the actor may not ask it. */
    public String value(UUID unit, Actor actor) {
        var above = above(actor);
        for (int i = 0; i < above.size(); i++) if (above.get(i).id().equals(unit)) return UP + (i + 1);
        return isWithin(unit, actor) && !isOwn(unit, actor) ? unit.toString() : "";
    }

    /** A choice made before, to be offered again. */
    public Optional<Option> option(String value, Actor actor) {
        return choices("", actor).stream()
                .filter(option -> option.value().equals(value))
                .findFirst()
                .or(() -> chosen(value, actor)
                        .map(unit -> new Option(
                                value, directory.find(unit, reach(actor)).name())));
    }

    /** Whether it is above the actor's unit, or within reach. */
    boolean mayBeAsked(UUID unit, Actor actor) {
        return !isOwn(unit, actor)
                && (isWithin(unit, actor)
                        || above(actor).stream().anyMatch(one -> one.id().equals(unit)));
    }

    /** The units right below the actor's own, the first of them; others are found by their names. */
    @Unscoped("those below one's own unit")
    public List<Option> below(Actor actor) {
        var post = actor.chosen();
        if (post == null || post.unitId() == null || !reach(actor).seesBelow(Objects.requireNonNull(post.scope())))
            return List.of();
        return db.sql("""
                        select c.public_id as id, c.name from organisation.unit u
                        join organisation.place p on p.parent_id = u.id and p.line_id = 1 and p.path is not null
                        join organisation.unit c on c.id = p.unit_id where u.public_id = :own order by p.path limit :most
                        """)
                .param("own", post.unitId())
                .param("most", SHOWN)
                .query((row, number) -> new Option(row.getString("id"), row.getString("name")))
                .list();
    }

    boolean isWithin(UUID unit, Actor actor) {
        try {
            directory.find(unit, reach(actor));
            return true;
        } catch (NoSuchElementException none) {
            return false;
        }
    }

    private static boolean isOwn(UUID unit, Actor actor) {
        return actor.chosen() != null && unit.equals(actor.chosen().unitId());
    }

    private static Reach reach(Actor actor) {
        return actor.reach("matter.ask");
    }
}
