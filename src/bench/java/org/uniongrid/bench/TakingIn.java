package org.uniongrid.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;

/** Takes all employers of the big city in from one file. */
final class TakingIn {

    private static final int GOAL_SECONDS = 60;
    private static final int GOAL_MEGABYTES = 300;

    private final Uploads uploads;
    private final Connection owner;

    TakingIn(House house, Connection owner, Cpu cpu) {
        uploads = new Uploads(house, owner, cpu);
        this.owner = owner;
    }

    void measure() throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("truncate organisation.employer cascade");
            statement.execute("select organisation.rebuild_totals()");
            statement.execute("vacuum analyze organisation.employer");
        }
        uploads.measure(
                "employers",
                file(new BigCity()),
                "select count(*) from organisation.employer",
                GOAL_SECONDS,
                GOAL_MEGABYTES);
    }

    private static String file(BigCity city) {
        return city.firms.stream()
                .map(firm -> String.join(
                        ",",
                        firm.code(),
                        firm.name(),
                        firm.ownership(),
                        firm.industry(),
                        String.valueOf(firm.staff()),
                        firm.division(),
                        firm.covered() ? CityLoader.code(firm.union().id()) : "",
                        firm.covered() ? "联合" : ""))
                .collect(Collectors.joining("\n", "统一社会信用代码,单位名称,单位性质,行业代码,职工人数,所在地区划代码,覆盖工会,覆盖方式\n", "\n"));
    }
}
