package org.uniongrid.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** What the operator said about the database; UNIONGRID_DATABASE_URL and uniongrid.database.url are the same. */
record DatabaseSettings(
        Path data,
        String url,
        String user,
        String password,
        @Nullable String appUser,
        @Nullable String appPassword) {

    static DatabaseSettings of(Environment environment) {
        return new DatabaseSettings(
                Path.of(environment.getProperty("uniongrid.data", "data"))
                        .toAbsolutePath()
                        .normalize(),
                environment.getProperty("uniongrid.database.url", "").strip(),
                environment.getProperty("uniongrid.database.user", ""),
                environment.getProperty("uniongrid.database.password", ""),
                blankToNull(environment.getProperty("uniongrid.database.app-user")),
                blankToNull(environment.getProperty("uniongrid.database.app-password")));
    }

    /** For tests of pages and the like that need no database at all. */
    boolean none() {
        return url.equals("none");
    }

    boolean external() {
        return !url.isEmpty();
    }

    /** The address as the driver wants it; people also write it without the first word. */
    String jdbcUrl() {
        if (url.startsWith("jdbc:postgresql:")) return url;
        if (url.startsWith("postgresql://")) return "jdbc:" + url;
        throw new ServerUnreachable(
                "UNIONGRID_DATABASE_URL is not the address of a PostgreSQL server",
                "Write it like jdbc:postgresql://host:5432/uniongrid, with the user and password beside it.",
                null);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
