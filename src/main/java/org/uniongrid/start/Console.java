package org.uniongrid.start;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.uniongrid.demo.Demo;

/** Tells the operator where UnionGrid is and, once, the first passwords. They go to the console and nowhere else. */
@Component
class Console {

    private final List<String> lines = new ArrayList<>();

    void administrators(Map<String, String> passwords) {
        lines.add("");
        lines.add("First sign-in. Each of these passwords is shown this once and must be changed at once:");
        passwords.forEach((login, password) -> lines.add("  %-20s %s".formatted(login, password)));
    }

    void cadres(Demo.SignIns cadres) {
        lines.add("");
        lines.add("Sign-ins of the demonstration city, all with the password  " + cadres.password());
        cadres.logins().forEach(cadre -> lines.add("  %-20s %s".formatted(cadre.login(), cadre.unitName())));
    }

    void members(int count) {
        lines.add("Its unions have %,d members.".formatted(count));
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (!(event.getApplicationContext() instanceof WebServerApplicationContext web) || web.getWebServer() == null)
            return;
        print(System.out, web.getWebServer().getPort());
    }

    @SuppressWarnings("SystemOut")
    private void print(PrintStream out, int port) {
        lines.forEach(out::println);
        lines.clear();
        out.println();
        out.println("UnionGrid is ready: http://localhost:" + port + "   (stop with Ctrl-C)");
        out.flush();
    }
}
