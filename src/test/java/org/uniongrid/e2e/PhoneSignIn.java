package org.uniongrid.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.uniongrid.access.Worker;
import org.uniongrid.e2e.Chromium.Visitor;

/** A worker signs in by phone, as the page asks for it. */
final class PhoneSignIn {

    private PhoneSignIn() {}

    static void askFor(Visitor phone, Worker workers, String number) {
        phone.open("/m/sign-in");
        phone.page.locator("#f-phone").fill(number);
        phone.page.locator("[data-in-place]").click();
        assertThat(phone.page.locator("form#sign-in")).containsText("验证码已发到");
        workers.codeComes(number);
    }

    static void signIn(Visitor phone, Worker workers, String number) {
        askFor(phone, workers, number);
        phone.page.locator("#f-code").fill(Worker.CODE);
        phone.page.locator("form#sign-in .btn-primary").click();
        assertThat(phone.page.locator("form#sign-in")).hasCount(0);
    }
}
