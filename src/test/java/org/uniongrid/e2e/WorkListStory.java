package org.uniongrid.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.e2e.Chromium.Visitor;
import org.uniongrid.foundation.Actor;
import org.uniongrid.matter.MatterDesk;

/** A cadre finds matters by a word, takes several at once, sees which were gone, puts some back and takes the list along. */
@ModuleTest
class WorkListStory {

    private final Union union;
    private final MatterDesk desk;

    @LocalServerPort
    private int port;

    WorkListStory(Union union, MatterDesk desk) {
        this.union = union;
        this.desk = desk;
    }

    @Test
    void aListIsSearchedTakenAndTakenAlong() {
        var east = union.district(union.city(), "案");
        var chair = union.holder("union-chair", union.enterprise(east, "案厂"));
        var cadre = union.account("federation-cadre", east);
        var quicker = union.account("federation-cadre", east);
        for (var title : new String[] {"请协调一号楼食堂改造", "请协调二号楼食堂改造", "请协调高温补贴", "请协调职工体检"}) ask(chair, east, title);
        try (var one = visitor(1440);
                var other = visitor(390)) {
            one.signIn(cadre.login(), Union.PASSWORD);
            other.signIn(quicker.login(), Union.PASSWORD);
            one.open("/matters?box=pool");
            one.page.locator("#f-q").fill("食堂");
            assertThat(one.page.locator("#list tbody tr")).hasCount(2);
            one.shoot("work-words-1440");
            assertThat(one.overflow()).isZero();
            one.open("/matters?box=pool");
            tick(one).first().check();
            tick(one).nth(1).check();
            other.open("/matters?box=pool");
            tick(other).first().check();
            other.page.locator("button[value=take]").click();
            assertThat(other.page.locator(".toasts, .toast-ug").first()).containsText("已办理 1 个事项");
            one.page.locator("button[value=take]").click();
            assertThat(one.page.locator("#undone")).containsText("请协调一号楼食堂改造");
            one.shoot("work-undone-1440");
            assertThat(one.overflow()).isZero();

            other.open("/matters?box=held");
            assertThat(other.page.locator("#list tbody tr")).hasCount(1);
            other.shoot("work-held-390");
            assertThat(other.overflow()).isZero();
            tick(other).first().check();
            other.page.locator(".bulk summary").click();
            other.shoot("work-copy-390");
            other.page.locator("#b-words").fill("请知悉");
            other.page.locator("#b-unit").selectOption(new SelectOption().setIndex(0));
            other.page.locator("button[value=copy]").click();
            assertThat(other.page.locator(".toasts, .toast-ug").first()).containsText("已办理 1 个事项");
            tick(other).first().check();
            other.page.locator("button[value=put-back]").click();
            assertThat(other.page.locator("main")).containsText("没有待办");

            one.open("/matters?box=all");
            var taken = one.page.waitForDownload(() ->
                    one.page.locator("form[action='/exchange/exports'] button").click());
            assertThat(taken.suggestedFilename()).contains("事项清单").endsWith(".xlsx");
            one.shoot("work-export-1440");
            assertThat(one.complaints()).isEmpty();
            assertThat(other.complaints()).isEmpty();
        }
    }

    private static Locator tick(Visitor visitor) {
        return visitor.page.locator("#list [name=row]");
    }

    private void ask(Actor chair, Union.Unit east, String title) {
        desk.submit(chair, new MatterDesk.Request("general", east.publicId(), title, "请办理", null, UUID.randomUUID()));
    }

    private Visitor visitor(int width) {
        return Chromium.visitor("http://localhost:" + port, width);
    }
}
