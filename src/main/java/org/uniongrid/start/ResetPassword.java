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

    static final String OPTION = "reset-password";

    private final FirstStart firstStart;
    private final ConfigurableApplicationContext context;

    ResetPassword(FirstStart firstStart, ConfigurableApplicationContext context) {
        this.firstStart = firstStart;
        this.context = context;
    }

    @Override
    @SuppressWarnings("SystemOut")
    public void run(ApplicationArguments arguments) {
        var logins = arguments.getOptionValues(OPTION);
        if (logins == null) return;
        var unknown = 0;
        for (var login : logins) {
            var password = firstStart.resetPassword(login);
            System.out.println(password == null ? "No account has the login " + login : "  " + login + "  " + password);
            if (password == null) unknown++;
        }
        var failed = unknown > 0 ? 1 : 0;
        System.exit(SpringApplication.exit(context, () -> failed));
    }
}
