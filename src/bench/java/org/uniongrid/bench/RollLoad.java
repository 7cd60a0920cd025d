package org.uniongrid.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.uniongrid.Visitor;
import org.uniongrid.bench.CityData.Reader;
import org.uniongrid.people.IdNumber;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;

/** The roll over HTTP at 2,674,000 members in the big city, or as many as are asked for: its pages and all that it is searched by. */
final class RollLoad {

    private static final int GOAL = 50;
    private static final int WARM = 20;
    private static final String LIST = "/membership/members";

    private RollLoad() {}

    public static void main(String[] arguments) throws Exception {
        var count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : RollLoader.MEMBERS;
        var data = CityData.copy();
        try (var house = House.on(data);
                var owner = house.owner()) {
            var began = System.nanoTime();
            RollLoader.load(owner, count);
            System.out.printf("%,d members loaded in %.0f s%n", count, (System.nanoTime() - began) / 1e9);
            var cpu = new Cpu(data);
            for (var isMeasured : List.of(false, true))
                for (var reader : Reader.values()) {
                    var visitor = new Visitor(house.port());
                    visitor.signIn(reader.login(), CityData.PASSWORD);
                    for (var one : asked(house, reader, owner))
                        if (isMeasured) Register.measure(reader.name(), one, () -> visitor.get(one.path()), cpu);
                        else for (int i = 0; i < WARM; i++) visitor.get(one.path());
                }
        }
        System.exit(0);
    }

    private static List<Asked> asked(House house, Reader reader, Connection owner) throws SQLException {
        var scope = CityData.text(
                owner, "select u.scope from organisation.unit u where " + reader.unit + " order by u.id limit 1");
        var seen = "scope >= '%s' and scope < '%s0'".formatted(scope, scope.substring(0, scope.length() - 1));
        var all = new ArrayList<Asked>();
        all.add(new Asked("roll, first page", LIST, GOAL));
        all.add(new Asked("roll, page in the middle", LIST + "?after=" + middle(owner, seen), GOAL));
        for (var filter : List.of(
                "state=MEMBER", "state=RETIRED", "class=rider", "class=staff", "standing=NONE", "standing=REPORTED"))
            all.add(new Asked("roll, " + filter, LIST + "?" + filter, GOAL));
        all.add(found("name of one in forty", "王"));
        all.add(found("two characters of a name", "王伟"));
        all.add(found("whole name", "王伟芳"));
        all.add(found("rare name", "欧阳"));
        all.add(found("name that nobody has", "诸葛亮"));
        all.add(found("name of a common and a rare part", "王 罕"));
        var person = Long.parseLong(CityData.text(
                owner, "select person_id from membership.stay where " + seen + " and until is null limit 1"));
        numbered(house, owner, reader, person, all);
        return all;
    }

    private static void numbered(House house, Connection owner, Reader reader, long person, List<Asked> all)
            throws SQLException {
        var phone = "1540000001" + reader.ordinal();
        var first17 = "9901011990010100" + reader.ordinal();
        var number = first17 + IdNumber.checkDigit(first17);
        var identities = house.context().getBean(Identities.class);
        identities.keep(person, IdentityField.PHONE, phone);
        identities.keep(person, IdentityField.ID_NUMBER, number);
        all.add(found("phone", phone));
        all.add(found("end of a phone", phone.substring(7)));
        all.add(found("identity number", number));
        all.add(found("card", CityData.text(owner, "select number from membership.card where person_id = " + person)));
        all.add(found("phone that nobody has", "15499999999"));
    }

    private static Asked found(String how, String q) {
        return new Asked("roll, " + how, LIST + "?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8), GOAL);
    }

    /** The first member of a base union somewhere within reach. */
    private static String middle(Connection owner, String seen) throws SQLException {
        return CityData.text(
                owner,
                "select s.public_id from membership.stay s where s.until is null and s.scope = (select u.scope from organisation.unit u where u."
                        + seen.replace("and scope", "and u.scope")
                        + " and u.category in ('ENTERPRISE', 'JOINT') order by md5(u.scope) limit 1) order by s.id limit 1");
    }
}
