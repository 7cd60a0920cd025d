package org.uniongrid.start;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;
import org.uniongrid.access.FirstStart;

/** {@code --reset-password=LOGIN}: prints a new one-time password for somebody who lost theirs, and ends. */
@Component
class ResetPassword implements ApplicationRunner {

    private final FirstStart firstStart;
    private final ConfigurableApplicationContext context;

    ResetPassword(FirstStart firstStart, ConfigurableApplicationContext context) {
        this.firstStart = firstStart;
        this.context = context;
    }

    @Override
    @SuppressWarnings("SystemOut")
    public void run(ApplicationArguments arguments) {
        var logins = arguments.getOptionValues("reset-password");
        if (logins == null) return;
        for (var login : logins) {
            var password = firstStart.resetPassword(login);
            System.out.println(password == null ? "No account has the login " + login : "  " + login + "  " + password);
        }
        System.exit(SpringApplication.exit(context));
    }
}
