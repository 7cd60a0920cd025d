package org.uniongrid.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Random;
import org.uniongrid.people.IdNumber;

/** Takes a roll of 200,000 members of the big city in from one file, and the same once more. */
final class RollTakingIn {

    private static final int MEMBERS = 200_000;
    private static final int GOAL_SECONDS = 120;
    private static final int GOAL_MEGABYTES = 300;
    private static final String COUNT = "select count(*) from membership.stay";
    private static final String[] CLASSES = {"单位职工", "农民工", "货车司机", "快递员", "外卖配送员", "保安员", "其他"};
    private static final String[] SCHOOLINGS = {"大学本科", "大学专科", "高中", "初中", ""};

    private final Uploads uploads;
    private final Random random = new Random(200_000);

    RollTakingIn(House house, Connection owner, Cpu cpu) {
        uploads = new Uploads(house, owner, cpu);
    }

    void measure() throws SQLException {
        var file = file(new BigCity());
        uploads.measure("members", file, COUNT, GOAL_SECONDS, GOAL_MEGABYTES);
        uploads.measure("members", file + "\n", COUNT, GOAL_SECONDS, GOAL_MEGABYTES);
    }

    private String file(BigCity city) {
        var firms = city.firms.stream().filter(BigCity.Firm::covered).toList();
        var names = new Names(random);
        var file = new StringBuilder("工会编码,姓名,证件号码,手机号,银行卡号,统一社会信用代码,入会日期,职工类别,学历,户籍\n");
        for (int i = 0; i < MEMBERS; i++) {
            var firm = firms.get(i % firms.size());
            file.append(String.join(
                            ",",
                            CityLoader.code(firm.union().id()),
                            names.firm().substring(0, 3),
                            idNumber(i),
                            "154%08d".formatted(i),
                            "62220%014d".formatted(i),
                            firm.code(),
                            "20%02d-%02d-%02d".formatted(10 + i % 15, 1 + i % 12, 1 + i % 28),
                            CLASSES[i % CLASSES.length],
                            SCHOOLINGS[i % SCHOOLINGS.length],
                            i % 3 == 0 ? "城镇" : "农村"))
                    .append('\n');
        }
        return file.toString();
    }

    /** Of an area that was never given to anybody. */
    private static String idNumber(int number) {
        var first17 = "9901%02d%04d%02d%02d%03d"
                .formatted(
                        number / 1000 % 90 + 1,
                        1950 + number / 90_000 * 20,
                        1 + number % 12,
                        1 + number / 12 % 28,
                        number % 1000);
        return first17 + IdNumber.checkDigit(first17);
    }
}
