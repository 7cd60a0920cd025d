package org.uniongrid.membership.doors;

import static org.uniongrid.membership.MemberRule.*;

import java.security.SecureRandom;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.membership.Decides;
import org.uniongrid.membership.Door;
import org.uniongrid.membership.Doors;
import org.uniongrid.membership.Roll;
import org.uniongrid.organisation.UnitDirectory;

/** Makes the codes of unions and takes them back. */
@Component
class DoorDesk {

    static final String EDIT = "membership.door.edit";

    private static final String SUBJECT = "membership.door";
    /** Without those that are taken for another: i, l, o, u. */
    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

    private static final int LENGTH = 8;

    private final Doors doors;
    private final UnitDirectory units;
    private final AuditTrail trail;
    private final SecureRandom random = new SecureRandom();

    DoorDesk(Doors doors, UnitDirectory units, AuditTrail trail) {
        this.doors = doors;
        this.units = units;
        this.trail = trail;
    }

    /** @return public id of the code */
    @Transactional
    public UUID make(Actor actor, UUID unit, String label, Decides decides) {
        var union = units.find(unit, actor.reach(EDIT));
        UNION_TAKES_MEMBERS.require(Roll.takesMembers(union.category()));
        var id = doors.add(union.id(), code(), label, decides, actor.personId());
        trail.add(
                actor,
                Deed.of("membership.door.make", SUBJECT, id, union.name() + " · " + label)
                        .with("decides", null, decides.name()));
        return id;
    }

    @Transactional
    public void end(Actor actor, UUID id) {
        var door = doors.find(id, actor.reach(EDIT));
        DOOR_IS_OPEN.require(doors.end(door));
        trail.add(actor, Deed.of("membership.door.end", SUBJECT, id, label(door)));
    }

    static String label(Door door) {
        return door.unitName() + " · " + door.label();
    }

    private String code() {
        var code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        return code.toString();
    }
}
