package org.uniongrid.bench;

import static org.uniongrid.organisation.Category.CHAIN;
import static org.uniongrid.organisation.Category.ENTERPRISE;
import static org.uniongrid.organisation.Category.FEDERATION;
import static org.uniongrid.organisation.Category.INDUSTRIAL;
import static org.uniongrid.organisation.Category.JOINT;
import static org.uniongrid.organisation.Category.REGIONAL;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.uniongrid.foundation.CreditCode;
import org.uniongrid.organisation.Category;
import org.uniongrid.organisation.Ownership;

/**
 * A made-up city as large as the largest: 14,211 unions and 66,380 employers, the same every time. Federations stand on
 * four floors; a third of the employers have a union of their own, half belong to a joint one, the rest has none.
 */
final class BigCity {

    static final int UNIONS = 14_211;
    static final int EMPLOYERS = 66_380;
    static final String CITY = "9801";

    private static final int DISTRICTS = 10;
    private static final int ZONES = 4;
    private static final int TOWNSHIPS = 8;
    private static final int REGIONALS = 3;
    private static final int JOINTS = 2_200;
    private static final int IN_A_JOINT_UNION = 16;

    final Map<String, String> divisions = new LinkedHashMap<>();
    final List<Federation> unions = new ArrayList<>();
    final List<Firm> firms = new ArrayList<>();

    private final Random random = new Random(20_261_130);
    private final Names names = new Names(random);

    /**
     * An employer.
     *
     * @param union the union that covers it, or the federation at whose door it stands
     */
    record Firm(
            long id,
            String code,
            String name,
            String ownership,
            String industry,
            int staff,
            String division,
            Federation union,
            boolean covered) {}

    BigCity() {
        divisions.put("98", "云川省");
        var city = add(null, FEDERATION, "CITY", "云川市总工会", division(CITY, "云川市"));
        var doors = new ArrayList<Federation>();
        for (int d = 1; d <= DISTRICTS + ZONES; d++) doors.addAll(district(city, d));
        for (int i = 0; i < 12; i++) add(city, INDUSTRIAL, null, "云川市" + "建机化纺教医交邮轻财农电".charAt(i) + "行业工会联合会", null);
        people(doors);
    }

    private List<Federation> district(Federation city, int number) {
        var isZone = number > DISTRICTS;
        var code = CITY + "%02d".formatted(number);
        var name = Names.place(number) + (isZone ? "开发区" : "区");
        var district = add(city, FEDERATION, isZone ? "ZONE" : "DISTRICT", name + "总工会", division(code, name));
        for (int i = 1; i <= 2; i++) add(district, CHAIN, null, name + "第" + i + "产业链工会联合会", null);
        var doors = new ArrayList<Federation>();
        for (int t = 1; t <= TOWNSHIPS; t++) {
            var place = Names.place(number * 9 + t) + (t % 3 == 0 ? "镇" : "街道");
            var township =
                    add(district, FEDERATION, "TOWNSHIP", place + "总工会", division(code + "%03d".formatted(t), place));
            doors.add(township);
            for (int r = 1; r <= REGIONALS; r++)
                doors.add(add(township, REGIONAL, null, place + "第" + r + "区域工会联合会", null));
        }
        return doors;
    }

    private String division(String code, String name) {
        divisions.put(code, name);
        return code;
    }

    private void people(List<Federation> doors) {
        for (int i = 0; i < JOINTS; i++) {
            var above = doors.get(random.nextInt(doors.size()));
            var joint = add(above, JOINT, null, names.firm().substring(0, 4) + "园区第" + i + "联合工会委员会", null);
            for (int e = 0; e < IN_A_JOINT_UNION; e++) firms.add(firm(joint, names.firm(), true));
        }
        while (unions.size() < UNIONS) {
            var above = doors.get(random.nextInt(doors.size()));
            var name = names.firm();
            firms.add(firm(add(above, ENTERPRISE, null, name + "工会委员会", null), name, true));
        }
        while (firms.size() < EMPLOYERS) {
            var door = doors.get(random.nextInt(doors.size()));
            if (door.category() == FEDERATION) firms.add(firm(door, names.firm(), false));
        }
    }

    private Firm firm(Federation union, String name, boolean covered) {
        var id = firms.size() + 1L;
        var first = "91" + CITY + "00" + "MA" + "%07d".formatted(id);
        return new Firm(
                id,
                first + CreditCode.checkDigit(first),
                name,
                Ownership.values()[random.nextInt(Ownership.values().length)].code(),
                "" + (char) ('A' + random.nextInt(20)) + (10 + random.nextInt(80)),
                (int) Math.exp(random.nextDouble() * 7),
                union.seat(),
                union,
                covered);
    }

    private Federation add(
            @Nullable Federation parent,
            Category category,
            @Nullable String tier,
            String name,
            @Nullable String division) {
        var id = unions.size() + 1L;
        var made = parent == null
                ? new Federation(id, null, category, tier, name, division, "/" + Federation.segment(id))
                : parent.below(id, category, tier, name, division);
        unions.add(made);
        return made;
    }
}
