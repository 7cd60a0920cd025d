package org.uniongrid;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.access.FirstStart;
import org.uniongrid.access.secondfactor.Totp;
import org.uniongrid.exchange.ImportKind;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.CreditCode;
import org.uniongrid.foundation.Scope;
import org.uniongrid.organisation.Category;
import org.uniongrid.organisation.Posts;
import org.uniongrid.organisation.UnitDirectory;
import org.uniongrid.people.Persons;
import org.uniongrid.people.Place;
import org.uniongrid.people.Vault;

/**
 * Makes unions, employers and people for tests, by the same ways that the platform itself takes. Every tree it makes has
 * divisions and names of its own, so that tests never meet. All names are made up.
 */
public class Union extends Imports {

    /** The password of every account it opens. */
    public static final String PASSWORD = "a Long enough secret";

    /** What the app on every phone makes its codes from. */
    public static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** Counted apart: there are not as many provinces as firms. */
    private static final AtomicInteger CITIES = new AtomicInteger();

    private final FirstStart accounts;
    private final Posts posts;
    private final Persons persons;
    private final UnitDirectory directory;
    private final Vault vault;
    private final JdbcClient db;

    Union(
            List<ImportKind> kinds,
            FirstStart accounts,
            Posts posts,
            Persons persons,
            UnitDirectory directory,
            Vault vault,
            JdbcClient db,
            TransactionTemplate transaction) {
        super(kinds, transaction);
        this.accounts = accounts;
        this.posts = posts;
        this.persons = persons;
        this.directory = directory;
        this.vault = vault;
        this.db = db;
    }

    /** A unit that stands in the tree; its seat is a division, or empty. */
    public record Unit(long id, UUID publicId, String name, String division, Scope scope) {}

    /** An employer of the register. */
    public record Employer(UUID publicId, String name, String creditCode) {}

    /**
     * Login of an account whose password is {@link #PASSWORD}.
     *
     * @param codes what the app on its person's phone would show, one that was not used yet
     */
    public record Account(String login, Actor actor, Supplier<String> codes) {

        /** A code for the second step of signing in. */
        public String code() {
            return codes.get();
        }
    }

    /** A city of its own: a federation without a parent, in a province that no other test knows. */
    public Unit city() {
        int number = CITIES.incrementAndGet();
        var province = String.valueOf(70 + number / 99);
        var city = province + "%02d".formatted(1 + number % 99);
        take("divisions", List.of(division(province, "第" + province + "省"), division(city, "试" + number + "市")));
        return federation("试" + number + "市总工会", "市", city, "");
    }

    /** A district of a city, with its federation. */
    public Unit district(Unit city, String word) {
        return seated(city, word + "区", "区县", 2);
    }

    /** A street of a district, with its federation. */
    public Unit street(Unit district, String word) {
        return seated(district, word + "街道", "乡镇街道", 3);
    }

    private Unit seated(Unit above, String word, String tier, int digits) {
        var taken = db.sql("select count(*) from organisation.division where parent = ?")
                .param(above.division())
                .query(Integer.class)
                .single();
        var code = above.division() + ("%0" + digits + "d").formatted(taken + 1);
        var name = word + code;
        take("divisions", List.of(division(code, name)));
        return federation(name + "总工会", tier, code, above.name());
    }

    private Unit federation(String name, String tier, String division, String parent) {
        take(
                "unions",
                List.of(Map.of(
                        "unit-name", name, "category", "总工会", "tier", tier, "division", division, "parent", parent)));
        return unit(name);
    }

    /** A union that is no federation and covers no employer of its own. */
    public Unit under(Unit parent, Category category, String word) {
        var name = word + NUMBER.incrementAndGet() + category.term();
        take("unions", List.of(Map.of("unit-name", name, "category", category.term(), "parent", parent.name())));
        return unit(name);
    }

    /** A firm with a union of its own. */
    public Unit enterprise(Unit parent, String word) {
        var firm = word + NUMBER.incrementAndGet() + "有限公司";
        take("unions", List.of(enterpriseRow(parent, firm, Map.of())));
        return unit(firm + "工会委员会");
    }

    /** What a list says of a firm with a union of its own; more cells may be given or others instead. */
    public static Map<String, String> enterpriseRow(Unit parent, String firm, Map<String, String> more) {
        var row = new HashMap<>(Map.of(
                "unit-name",
                firm + "工会委员会",
                "category",
                "企业工会",
                "parent",
                parent.name(),
                "employer-name",
                firm,
                "uscc",
                creditCode()));
        row.putAll(more);
        return row;
    }

    /** A firm without a union, by its seat. */
    public Employer employerIn(Unit federation, String word) {
        return employer(word, Map.of("division", federation.division()));
    }

    /** A firm that a union covers together with others. */
    public Employer coveredBy(Unit union, String word) {
        return employer(word, Map.of("covered-by", union.name()));
    }

    private Employer employer(String word, Map<String, String> where) {
        var row = new HashMap<>(where);
        row.put("employer-name", word + NUMBER.incrementAndGet() + "有限公司");
        row.put("uscc", creditCode());
        take("employers", List.of(row));
        return employer(cell(row, "uscc"));
    }

    public Employer employer(String creditCode) {
        return db.sql("select public_id, name, uscc as credit_code from organisation.employer where uscc = ?")
                .param(creditCode)
                .query(Employer.class)
                .single();
    }

    /** The unit of this full name, such as one of the demonstration city. */
    public Unit unit(String name) {
        var publicId =
                directory.named(name, JOB.reach("organisation.unit.read")).orElseThrow();
        return db.sql(
                        "select id, public_id, name, coalesce(division, ''), scope from organisation.unit where public_id = ?")
                .param(publicId)
                .query((row, number) -> new Unit(
                        row.getLong(1), publicId, row.getString(3), row.getString(4), new Scope(row.getString(5))))
                .single();
    }

    /** Somebody who works in a federation. */
    public Actor cadre(Unit unit) {
        return holder("federation-cadre", unit);
    }

    /** Somebody new in a post of this role; without a unit it is a post of the whole cell. */
    public Actor holder(String role, @Nullable Unit unit) {
        var name = "试工" + NUMBER.incrementAndGet();
        var person = persons.add(name);
        posts.appoint(person, role, unit == null ? null : unit.publicId(), "干事");
        return actor(person, name);
    }

    /** One more post for somebody: one of the whole cell. */
    public void appoint(long person, String role) {
        posts.appoint(person, role, null, "专职");
    }

    /** Key of a role that somebody made on a page. */
    public String roleNamed(String name) {
        return db.sql("select key from organisation.role where name = ?")
                .param(name)
                .query(String.class)
                .single();
    }

    /** Public id of one of the platform's own roles. */
    public String roleId(String key) {
        return db.sql("select public_id::text from organisation.role where key = ?")
                .param(key)
                .query(String.class)
                .single();
    }

    /** As a request by this person would find them now. */
    public Actor actor(long person, String name) {
        var held = posts.heldBy(person);
        return new Actor(person, name, held, held.isEmpty() ? null : held.getFirst());
    }

    /** Somebody new in a post of this role who can sign in; with an app on the phone where the post requires one. */
    public Account account(String role, @Nullable Unit unit) {
        return open(holder(role, unit), "t", false);
    }

    /** An account that must change its password first. */
    public Account newcomer(String role, @Nullable Unit unit) {
        return open(holder(role, unit), "newcomer", true);
    }

    private Account open(Actor actor, String word, boolean mustChange) {
        var login = word + "%02d".formatted(actor.personId());
        accounts.openFor(actor.personId(), login, PASSWORD, mustChange);
        if (actor.posts().stream().anyMatch(post -> post.unitId() == null)) setUpSecondFactor(login);
        return new Account(login, actor, () -> code(login));
    }

    /** As if the app on the phone had been set up before. */
    public void setUpSecondFactor(String login) {
        var id = UUID.randomUUID();
        var sealed = transaction.execute(status -> vault.seal(new Place("access.second_factor", id, "secret"), SECRET));
        db.sql("""
                        insert into access.second_factor (public_id, account_id, secret, confirmed_at)
                        select ?, id, ?, now() from access.account where login = ?
                        """).params(id, sealed, login).update();
    }

    /** A code of now that counts as not used yet: tests sign in more often than twice a minute. */
    private String code(String login) {
        db.sql("""
                        update access.second_factor set last_step = null
                        where account_id = (select id from access.account where login = ?)
                        """).param(login).update();
        return Totp.code(SECRET, Totp.step(Instant.now()));
    }

    /** Acts in the whole cell with these permissions. */
    public static Actor administrator(String... permissions) {
        return Actor.system("test", permissions);
    }

    /** A credit code that nobody else has. */
    public static String creditCode() {
        var first = "91990100MA" + "%07d".formatted(NUMBER.incrementAndGet());
        return first + CreditCode.checkDigit(first);
    }

    private static Map<String, String> division(String code, String name) {
        return Map.of("code", code, "name", name);
    }

    private static String cell(Map<String, String> row, String key) {
        return row.getOrDefault(key, "");
    }
}
