package org.uniongrid.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.UnionGrid;

/** The oldest server that is allowed, where this machine has one. */
class OldestServerTests {

    private static final Path FIFTEEN = Path.of("/usr/lib/postgresql/15");

    @TempDir
    Path base;

    @TempDir
    Path data;

    @Test
    void worksOnPostgres15AndKeepsThePasswordOutOfItsLog() throws Exception {
        assumeThat(FIFTEEN.resolve("bin/initdb")).exists();
        var log = new ServerLog(base.resolve("postgres.log"));
        var server = Server.start(cluster(), log, Server::freePort);
        try {
            var url = "jdbc:postgresql://127.0.0.1:" + server.port() + "/city";
            try (var sql = Sql.open(url.replace("/city", "/postgres"), "postgres", "super")) {
                sql.run("create role city login createrole password 'pw'");
                sql.run("create database city owner city");
                sql.run("alter database city set log_statement = 'all'");
            }
            var settings = new DatabaseSettings(data, url, "city", "pw", null, null);
            var address = ExternalServer.open(settings);
            try (var sql = Sql.open(url, "city", "pw")) {
                sql.run("alter role city_app password 'changed'");
            }
            assertThat(ExternalServer.open(settings)).isEqualTo(address);
            assertThat(log.since(0)).contains("CREATE ROLE \"city_app\"").doesNotContain(address.appPassword());
        } finally {
            server.stop();
        }
    }

    @Test
    void theWholeHouseRunsOnPostgres15() throws Exception {
        assumeThat(FIFTEEN.resolve("bin/initdb")).exists();
        var server = Server.start(cluster(), new ServerLog(base.resolve("postgres.log")), Server::freePort);
        var url = "jdbc:postgresql://127.0.0.1:" + server.port() + "/city";
        try (var sql = Sql.open(url.replace("/city", "/postgres"), "postgres", "super")) {
            sql.run("create role city login createrole password 'pw'");
            sql.run("create database city owner city");
        }
        try (var house = SpringApplication.run(
                UnionGrid.class,
                "--server.port=0",
                "--uniongrid.data=" + data,
                "--uniongrid.database.url=" + url,
                "--uniongrid.database.user=city",
                "--uniongrid.database.password=pw")) {
            var employers = house.getBean(JdbcClient.class)
                    .sql("select count(*) from organisation.employer where scope is not null")
                    .query(Long.class)
                    .single();
            assertThat(employers).isEqualTo(1_750 + 240);
        } finally {
            server.stop();
        }
    }

    private Cluster cluster() throws Exception {
        var user = Unprivileged.find();
        var cluster = new Cluster(Files.createDirectory(base.resolve("cluster")), new Binaries(FIFTEEN, "15"), user);
        var secret = Files.writeString(base.resolve("password"), "super");
        var made = Shell.run(
                Duration.ofMinutes(2),
                user.command(
                        cluster.binaries().program("initdb"),
                        "--pgdata=" + cluster.directory(),
                        "--username=postgres",
                        "--pwfile=" + secret,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C.UTF-8"));
        assertThat(made.ok()).as(made.output()).isTrue();
        return cluster;
    }
}
