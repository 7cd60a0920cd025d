package org.uniongrid.security;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import org.uniongrid.Union;
import org.uniongrid.UnionGrid;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.Numbers;
import org.uniongrid.people.Persons;

/**
 * Numbers of people are put in by every way there is, then all that the installation ever wrote is searched for them: the
 * files of the database with its write-ahead log, logs, temporary files, what it printed, and a copy of every table.
 */
@ExtendWith(OutputCaptureExtension.class)
class RawDataTests {

    private static final Path DATA = Path.of("target", "raw-data");
    /** Nothing of these may be found. */
    private final String idNumber = Numbers.idNumber();

    private final String phone = Numbers.phone();
    private final String mail = "geheim.canary@example.org";
    private final String card = "6222009900990099003";
    private final String faultyNumber = Numbers.idNumber();
    private final String lateNumber = Numbers.idNumber();
    private final String formula = Numbers.phone();
    /** These stand in the open on purpose, and must be found. */
    private final String inTheOpen = "15499990001";

    private final String inUtf16 = "15499990002";
    private final String inBase64 = "15499990003";

    @Test
    void nothingThatIsSealedStandsAnywhereInTheOpen(CapturedOutput output) throws Exception {
        FileSystemUtils.deleteRecursively(DATA.resolve("postgres").resolve("cluster"));
        for (var folder : List.of("logs", "keys", "tomcat")) FileSystemUtils.deleteRecursively(DATA.resolve(folder));
        var secrets = new RawScan(List.of(idNumber, phone, mail, card, faultyNumber, lateNumber, formula));
        try (var house = start()) {
            plant(house);
            assertThat(copy(house.getBean(JdbcClient.class)))
                    .isNotEmpty()
                    .allSatisfy(
                            (table, text) -> assertThat(secrets.in(table, text)).isEmpty());
        }
        assertThat(secrets.below(DATA)).isEmpty();
        assertThat(secrets.in("output", output.getAll())).isEmpty();
        assertThat(DATA.resolve("logs").resolve("uniongrid.log")).content().contains("UnionGrid");
        assertThat(new RawScan(List.of(inTheOpen)).below(DATA))
                .anyMatch(found -> found.contains("postgres/cluster/base/"))
                .anyMatch(found -> found.contains("pg_wal"));
    }

    private static ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(UnionGrid.class, Union.class)
                .run(
                        "--empty",
                        "--server.port=0",
                        "--uniongrid.data=" + DATA,
                        "--server.tomcat.basedir=" + DATA.resolve("tomcat"));
    }

    private void plant(ConfigurableApplicationContext house) throws IOException {
        var union = house.getBean(Union.class);
        var identities = house.getBean(Identities.class);
        var persons = house.getBean(Persons.class);
        var db = house.getBean(JdbcClient.class);
        int port = Objects.requireNonNull(((WebServerApplicationContext) house).getWebServer())
                .getPort();
        var city = union.city();
        var cadre = union.account("federation-cadre", city);
        var browser = Browser.signedIn(port, cadre.login());

        var other = persons.add("试" + inTheOpen);
        identities.keep(other, IdentityField.EMAIL, mail);
        identities.keep(other, IdentityField.BANK_ACCOUNT, card);
        upload(browser, db, """
                工会名称,上级工会,工会类别,主席姓名,主席身份证号,主席手机号
                原文联合工会,%1$s,联合工会,甲某,%2$s,%3$s
                错误联合工会,%1$s,联合工会,乙某,%4$s9,%3$s1
                公式联合工会,%1$s,联合工会,丙某,,=%5$s
                """.formatted(city.name(), idNumber, phone, faultyNumber, formula), "GOOD");
        var person = identities.holders(IdentityField.ID_NUMBER, idNumber).getFirst();
        reveal(browser, db, person);

        refused(identities, persons, db);
        // somebody else has the number by the time of the commit
        var late = uploaded(browser, db, """
                工会名称,上级工会,工会类别,主席姓名,主席身份证号
                迟到联合工会,%s,联合工会,丁某,%s
                """.formatted(city.name(), lateNumber));
        identities.keep(persons.add("试抢先"), IdentityField.ID_NUMBER, lateNumber);
        assertThat(commit(browser, db, late, "ALL")).isEqualTo("FAILED");
        browser.get("/organisation/units?q=" + phone);
        browser.get("/people/persons/" + phone + "/phone/reveal");
        browser.signIn(phone, idNumber);

        Files.write(DATA.resolve("logs").resolve("utf16"), inUtf16.getBytes(UTF_16LE));
        Files.writeString(
                DATA.resolve("logs").resolve("base64"),
                Base64.getEncoder().encodeToString(("x" + inBase64 + "yz").getBytes(UTF_8)));
        assertThat(new RawScan(List.of(inUtf16, inBase64)).below(DATA.resolve("logs")))
                .containsExactly(inUtf16 + " in UTF-16LE of utf16", inBase64 + " in base64 at 1 of base64");
    }

    /** Refusals and exceptions on the way, with the values in hand. */
    private void refused(Identities identities, Persons persons, JdbcClient db) {
        var person = persons.add("试例外");
        assertThatThrownBy(() -> identities.keep(person, IdentityField.ID_NUMBER, idNumber))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> identities.keep(person, IdentityField.PHONE, phone + "0"))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> db.sql(
                                "insert into people.identity (person_id, field, sealed, changed_at) values (?, 'PHONE', ?, now())")
                        .params(person, phone)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageNotContaining(phone);
    }

    private void reveal(Browser browser, JdbcClient db, long person) {
        var id = db.sql("select public_id from people.person where id = ?")
                .param(person)
                .query(UUID.class)
                .single();
        for (var field : Map.of("phone", phone, "id-number", idNumber).entrySet()) {
            var address = "/people/persons/" + id + "/" + field.getKey() + "/reveal";
            var words = Map.of("purpose", "contact", "words", "核对号码 " + field.getValue());
            assertThat(browser.post(address, address, words).body()).contains(field.getValue());
        }
    }

    private static void upload(Browser browser, JdbcClient db, String csv, String mode) {
        var run = uploaded(browser, db, csv);
        assertThat(browser.get("/exchange/imports/" + run).body()).contains("154****");
        assertThat(browser.get("/exchange/imports/" + run + "/errors").statusCode())
                .isEqualTo(200);
        assertThat(commit(browser, db, run, mode)).isEqualTo("COMMITTED");
    }

    private static UUID uploaded(Browser browser, JdbcClient db, String csv) {
        var parts = Map.of("_csrf", browser.token("/exchange/imports/new?kind=unions"), "kind", "unions");
        var body = new StringBuilder();
        parts.forEach((name, value) ->
                body.append("--x\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n"));
        body.append("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n" + csv
                + "\r\n--x--\r\n");
        var answer = browser.post("/exchange/imports", "multipart/form-data; boundary=x", body.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        var run = db.sql("select public_id from exchange.import_run order by id desc limit 1")
                .query(UUID.class)
                .single();
        assertThat(ended(db, run)).isEqualTo("CHECKED");
        return run;
    }

    private static String commit(Browser browser, JdbcClient db, UUID run, String mode) {
        var page = "/exchange/imports/" + run;
        browser.post(page, page + "/commit", Map.of("mode", mode.toLowerCase(java.util.Locale.ROOT)));
        return ended(db, run);
    }

    private static String ended(JdbcClient db, UUID run) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> db.sql("select state from exchange.import_run where public_id = ?")
                                .param(run)
                                .query(String.class)
                                .single(),
                        state -> !state.endsWith("ING"));
    }

    /** Every table as text; values of binary columns are in hexadecimal there. */
    private static Map<String, String> copy(JdbcClient db) {
        var tables = db.sql("""
                        select format('%I.%I', schemaname, tablename) from pg_tables
                        where schemaname not in ('pg_catalog', 'information_schema')
                          and has_table_privilege(format('%I.%I', schemaname, tablename), 'select')
                        """).query(String.class).list();
        assertThat(tables)
                .contains("people.identity", "people.identity_index", "exchange.import_secret", "access.audit_entry");
        var copy = new java.util.TreeMap<String, String>();
        for (var table : tables)
            copy.put(
                    table,
                    db.sql("select coalesce(string_agg(t::text, chr(10)), '') from " + table + " t")
                            .query(String.class)
                            .single());
        return copy;
    }
}
