package org.uniongrid.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Yunzhou 云州市, a made-up city in a made-up province, as the sheets a city would hand in: divisions, federations, the 1,750
 * enterprises of its development zone with their unions, and employers of its districts that have no union yet. Who asks
 * with the same date gets the same city; the date moves only terms and founding days. Nothing in it is real: the division
 * codes begin with the unassigned 99, firms, people, phone numbers and coordinates are invented.
 */
public final class DemoCity {

    private static final long SEED = 20_260_501;
    private static final int WITHOUT_UNION = 240;
    private static final int NEWCOMERS = 48;

    private final List<Division> divisions;
    private final List<Map<String, String>> federations, unions, coveredEmployers, employersWithoutUnion, newcomers;

    private DemoCity(LocalDate today) {
        var geography = new Geography(new Dice(SEED));
        var codes = new Codes();
        var registry = new Registry(codes, new Dice(SEED + 1));
        var firms = new Firms(codes, new Dice(SEED + 2));
        var joint = new JointUnions(geography, firms);

        divisions = Collections.unmodifiableList(geography.divisions);
        var tree = new ArrayList<>(new Federations(geography, registry, new Dice(SEED + 3), today).rows());
        tree.addAll(joint.unions(registry, new Dice(SEED + 4), today));
        federations = Collections.unmodifiableList(tree);
        unions = new EnterpriseUnions(firms, registry, new Dice(SEED + 5), today).rows(geography);
        coveredEmployers = joint.employers();
        employersWithoutUnion = withoutUnion(geography, firms);
        newcomers = new EnterpriseUnions(firms, registry, new Dice(SEED + 6), today).newcomers(geography, NEWCOMERS);
    }

    /** The city as it stands on a day. */
    public static DemoCity on(LocalDate today) {
        return new DemoCity(today);
    }

    /** Province, city, districts, zone, and their streets, towns and parks, every parent before its children. */
    public List<Division> divisions() {
        return divisions;
    }

    /** The city's federations and the four joint unions as rows of {@link Columns#UNION}, every parent before its children. */
    public List<Map<String, String>> federations() {
        return federations;
    }

    /** The enterprise unions of the zone as rows of {@link Columns#UNION}; all parents are in {@link #federations()}. */
    public List<Map<String, String>> unions() {
        return unions;
    }

    /** The enterprises that the joint unions cover, as rows of {@link Columns#EMPLOYER}. */
    public List<Map<String, String>> coveredEmployers() {
        return coveredEmployers;
    }

    /** Employers in the districts that no union covers, as rows of {@link Columns#EMPLOYER}. */
    public List<Map<String, String>> employersWithoutUnion() {
        return employersWithoutUnion;
    }

    /** Enterprise unions that the zone is about to take in, as rows of {@link Columns#UNION}: a list to try an import with. */
    public List<Map<String, String>> newcomers() {
        return newcomers;
    }

    /** Those who may sign in: one of the city, a district, the zone, a park, a town, and the chair of an enterprise union. */
    public List<Cadre> cadres() {
        return read("cadres");
    }

    /** Posts that some of them hold besides, so that there is something to switch between. */
    public List<Cadre> secondPosts() {
        return read("second-posts");
    }

    private static List<Cadre> read(String list) {
        return Vocabulary.read(
                list, line -> new Cadre(line.text(0), line.text(1), line.text(2), line.text(3), line.text(4)));
    }

    private static List<Map<String, String>> withoutUnion(Geography geography, Firms firms) {
        return IntStream.range(0, WITHOUT_UNION)
                .mapToObj(i -> geography.districts.get(i % geography.districts.size()))
                .map(district -> new Row(Columns.EMPLOYER)
                        .with(firms.ofDistrict(district))
                        .done())
                .toList();
    }
}
