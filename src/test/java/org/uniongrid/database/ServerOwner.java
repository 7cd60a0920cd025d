package org.uniongrid.database;

import java.nio.file.Path;

/** A process of its own that starts a server and writes until it is killed, saying each number after its commit. */
final class ServerOwner {

    private ServerOwner() {}

    public static void main(String[] arguments) throws Exception {
        var postgres = EmbeddedPostgres.start(Path.of(arguments[0]));
        var address = postgres.address();
        var sql = Sql.open(address.ownerUrl(), address.ownerUser(), address.ownerPassword());
        sql.run("create table if not exists note (number int primary key)");
        System.out.println("ready " + sql.text("select count(*) from note"));
        if (System.in.read() != 'w') {
            sql.close();
            postgres.close();
            return;
        }
        int start = Integer.parseInt(String.valueOf(sql.text("select coalesce(max(number), 0) from note")));
        for (int i = start + 1; ; i++) {
            sql.run("insert into note values (" + i + ")");
            System.out.println(i);
        }
    }
}
