package org.uniongrid.bad.attic;

import java.time.LocalDate;
import java.util.List;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.bad.cellar.Coal;

/** Breaks every rule of the house that classes tell. Never part of a running one. */
@Component
@Profile("never")
@SuppressWarnings({"SystemOut", "JavaTimeDefaultTimeZone"})
class Chimney {

    @Autowired
    @Nullable
    JdbcClient db;

    private @Nullable DataSource source;

    @Autowired
    void setSource(DataSource source) {
        this.source = source;
    }

    Coal coal() {
        System.out.println(LocalDate.now());
        Logger.getLogger("smoke").info(String.valueOf(source));
        return new Coal(1);
    }

    List<String> everybody() {
        return read();
    }

    private List<String> read() {
        if (db == null) return List.of();
        return db.sql("select name from people.person").query(String.class).list();
    }
}
