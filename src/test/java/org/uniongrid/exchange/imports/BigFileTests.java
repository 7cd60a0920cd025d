package org.uniongrid.exchange.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.exchange.Files;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.CreditCode;
import org.uniongrid.organisation.Category;

/** The employers of a big city in one file, with the unions that cover them: time and memory, printed. */
@ModuleTest
@Tag("long")
class BigFileTests {

    private static final int EMPLOYERS = 66_380;
    private static final int UNIONS = 200;
    private static final long MEGABYTE = 1 << 20;

    private final ImportDesk desk;
    private final ImportRuns runs;
    private final Union union;
    private final JdbcClient db;

    BigFileTests(ImportDesk desk, ImportRuns runs, Union union, JdbcClient db) {
        this.desk = desk;
        this.runs = runs;
        this.union = union;
        this.db = db;
    }

    @Test
    void allEmployersOfACityComeInWithinAMinuteAndThreeHundredMegabytes() {
        var city = union.city();
        var names = new ArrayList<String>();
        for (int i = 0; i < UNIONS; i++)
            names.add(union.under(city, Category.JOINT, "大").name());
        var actor = union.cadre(city);
        var file = file(city, names);
        System.gc();
        var before = used();
        var most = new AtomicLong();
        NotificationListener listener = (notification, _) -> {
            var info = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
            most.accumulateAndGet(
                    info.getGcInfo().getMemoryUsageAfterGc().values().stream()
                            .mapToLong(MemoryUsage::getUsed)
                            .sum(),
                    Math::max);
        };
        var collectors = ManagementFactory.getGarbageCollectorMXBeans();
        collectors.forEach(each -> ((NotificationEmitter) each).addNotificationListener(listener, null, null));

        var first = taken(file, actor, "first");
        assertThat(first.added()).isEqualTo(EMPLOYERS);
        assertThat(db.sql(
                                "select count(*) from organisation.employer where scope like ? || '%' and union_id is not null")
                        .param(city.scope().path())
                        .query(Integer.class)
                        .single())
                .isEqualTo(EMPLOYERS);
        System.out.printf(
                "%d MB of file, heap after collections at most %d MB above %d MB%n",
                file.length / MEGABYTE, (most.get() - before) / MEGABYTE, before / MEGABYTE);
        assertThat(most.get() - before).isLessThan(300 * MEGABYTE);

        var begun = System.nanoTime();
        var again = checked(file, actor);
        System.out.printf(
                "checked again in %d ms%n",
                Duration.ofNanos(System.nanoTime() - begun).toMillis());
        assertThat(again.same()).isEqualTo(EMPLOYERS);
    }

    private ImportRun taken(byte[] file, Actor actor, String word) {
        var begun = System.nanoTime();
        var run = checked(file, actor);
        var read = System.nanoTime();
        desk.commit(run.publicId(), ImportRun.Mode.ALL, actor);
        var done = finished(run, actor);
        var ended = System.nanoTime();
        System.out.printf(
                "%s: read and checked in %d ms, committed in %d ms%n",
                word,
                Duration.ofNanos(read - begun).toMillis(),
                Duration.ofNanos(ended - read).toMillis());
        assertThat(done.state()).isEqualTo(ImportRun.State.COMMITTED);
        assertThat(Duration.ofNanos(ended - begun)).isLessThan(Duration.ofSeconds(60));
        return done;
    }

    private ImportRun checked(byte[] file, Actor actor) {
        var run = finished(desk.upload(union.kind("employers"), "大.xlsx", file, Map.of(), actor), actor);
        assertThat(run.state()).isEqualTo(ImportRun.State.CHECKED);
        assertThat(run.faulty()).isZero();
        return run;
    }

    private ImportRun finished(ImportRun run, Actor actor) {
        return await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> runs.find(run.publicId(), actor), found -> !found.isWorking());
    }

    private static byte[] file(Union.Unit city, List<String> unions) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("统一社会信用代码", "单位名称", "单位性质", "行业代码", "职工人数", "女职工人数", "所在地区划代码", "地址", "成立日期", "覆盖工会", "覆盖方式"));
        for (int i = 0; i < EMPLOYERS; i++) {
            var code = "91%sMA%07d".formatted(city.division() + "00", i);
            rows.add(List.of(
                    code + CreditCode.checkDigit(code),
                    "云州大名单第" + i + "号有限公司",
                    "170 私营",
                    "C 制造业",
                    "" + (20 + i % 300),
                    "" + i % 20,
                    city.division(),
                    "物流大道 " + i + " 号",
                    "2016-03-21",
                    unions.get(i % unions.size()),
                    "覆盖"));
        }
        return Files.xlsx(rows);
    }

    private static long used() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
