package org.uniongrid.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.membership.Stays;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.Numbers;
import org.uniongrid.people.Persons;

/** C2: members are reported to the roll above, one is refused, put right and waits for the next report. */
@ModuleTest
class C2_ReportingStory {

    private final Union union;
    private final Stays stays;
    private final Persons persons;
    private final Identities identities;
    private final TransactionTemplate transaction;

    @LocalServerPort
    private int port;

    C2_ReportingStory(
            Union union, Stays stays, Persons persons, Identities identities, TransactionTemplate transaction) {
        this.union = union;
        this.stays = stays;
        this.persons = persons;
        this.identities = identities;
        this.transaction = transaction;
    }

    @Test
    void aReportIsHandedInAndTheRefusedComeBack() {
        var east = union.district(union.city(), "报东");
        var depot = union.enterprise(east, "报送");
        var refused = enrol(depot, "周上报");
        enrol(depot, "吴上报");
        enrol(depot, "郑上报");
        var cadre = union.account("federation-cadre", east);
        try (var desk = Chromium.visitor("http://localhost:" + port, 1440)) {
            desk.signIn(cadre.login(), Union.PASSWORD);
            desk.open("/membership/reporting");
            assertThat(desk.page.locator("main")).containsText("未上报");
            shoot(desk, "reporting");
            desk.page.locator("button", text("生成上报批次")).click();
            assertThat(desk.page.locator("main")).containsText("待报送");
            shoot(desk, "report-ready");
            desk.page.locator("[name=receipt]").fill("HZ2026120100017");
            desk.page.locator("button", text("登记已上报")).click();
            assertThat(desk.page.locator("main")).containsText("上级退回的会员");

            desk.page.locator("a", text("上传退回名单")).click();
            desk.page.setInputFiles(
                    "input[type=file]",
                    new FilePayload(
                            "退回.csv",
                            "text/csv",
                            ("证件号码,姓名,退回原因\n" + refused + ",周上报,证件号码与姓名不一致\n" + Numbers.idNumber() + ",,查无此人\n")
                                    .getBytes(StandardCharsets.UTF_8)));
            desk.page.locator("form[enctype] button.btn-primary").click();
            assertThat(desk.page.locator("#run")).containsText("这里没有上报过这个号码的会员");
            shoot(desk, "refused-import");
            desk.page.locator("form[action$='/commit'] button").first().click();
            assertThat(desk.page.locator("#run")).containsText("已导入");

            desk.open("/membership/reporting");
            desk.page.locator("tbody a.b").click();
            assertThat(desk.page.locator("main")).containsText("证件号码与姓名不一致");
            shoot(desk, "report-refused");
            desk.open("/membership/members");
            assertThat(desk.page.locator("tbody tr")).hasCount(3);
            shoot(desk, "roll-standings");
            desk.page.locator("nav a", text("被退回 1 人")).click();
            assertThat(desk.page.locator("tbody tr")).hasCount(1);
            desk.page.locator("tbody a.b").click();
            assertThat(desk.page.locator("main")).containsText("最近上报");
            shoot(desk, "member-refused");
            assertThat(desk.complaints()).isEmpty();
        }
    }

    private String enrol(Union.Unit unit, String name) {
        var worker = Actor.worker(persons.add(name), name);
        var number = Numbers.idNumber();
        transaction.executeWithoutResult(
                _ -> stays.begin(worker, worker.personId(), name, new Stays.Place(unit.id(), null, "rider")));
        identities.keep(worker.personId(), IdentityField.ID_NUMBER, number);
        return number;
    }

    private static void shoot(Chromium.Visitor desk, String name) {
        for (var width : List.of(1440, 390, 360)) {
            desk.page.setViewportSize(width, width > 1000 ? 900 : 844);
            assertThat(desk.overflow()).as(name + " " + width).isZero();
            desk.shoot(name + "-" + width);
        }
        desk.page.setViewportSize(1440, 900);
    }

    private static Page.LocatorOptions text(String words) {
        return new Page.LocatorOptions().setHasText(words);
    }
}
