package org.uniongrid.exchange.imports;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.Union;
import org.uniongrid.UnionGrid;
import org.uniongrid.exchange.ThisProcess;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.CreditCode;

/**
 * The whole application as a process of its own: says what the last import left behind, then takes in a file of its
 * own and says how far it is, until it is killed.
 */
public final class ImportChild {

    private static final String COUNT = "select count(*) from organisation.employer where name like ?";

    private ImportChild() {}

    /**
     * Runs.
     *
     * @param arguments folder of the data, number of the round, how many employers
     */
    public static void main(String[] arguments) throws InterruptedException {
        var context = SpringApplication.run(
                UnionGrid.class, "--server.port=0", "--uniongrid.data=" + arguments[0], "--empty");
        new Round(context, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2])).run();
        context.close();
    }

    private record Round(ConfigurableApplicationContext context, int number, int rows) {

        void run() {
            tellWhatIsLeft();
            if (rows == 0) return;
            var actor = Actor.system("test", "exchange.import", "organisation.employer.import");
            var kind = context.getBean(ImportKinds.class).require("employers", actor);
            var desk = context.getBean(ImportDesk.class);
            var run = desk.upload(kind, "round.csv", file(), Map.of(), actor);
            for (var now = run; now.isWorking(); ) now = look(run.publicId(), actor);
            desk.commit(run.publicId(), ImportRun.Mode.ALL, actor);
            for (var now = look(run.publicId(), actor); now.isWorking(); now = look(run.publicId(), actor))
                System.out.println("done " + now.done());
            System.out.println("done " + rows);
        }

        private ImportRun look(UUID id, Actor actor) {
            context.getBean(ImportWork.class).reportProgress();
            return context.getBean(ImportRuns.class).find(id, actor);
        }

        /** The process of the round before does not beat any longer; nobody has to wait until that is seen. */
        private void tellWhatIsLeft() {
            var db = context.getBean(JdbcClient.class);
            db.sql("update exchange.process set beat_at = beat_at - interval '1 minute' where id <> ?")
                    .param(context.getBean(ThisProcess.class).id())
                    .update();
            context.getBean(ImportUpkeep.class).endInterrupted();
            var state = db.sql(
                            "select state || ' ' || coalesce(failure, '-') from exchange.import_run order by id desc limit 1")
                    .query(String.class)
                    .optional()
                    .orElse("none -");
            var waiting = db.sql("select count(*) from exchange.import_row")
                    .query(Integer.class)
                    .single();
            var there = db.sql(COUNT)
                    .param("轮" + (number - 1) + "号%")
                    .query(Integer.class)
                    .single();
            System.out.println("left " + there + " " + state + " " + waiting);
        }

        private byte[] file() {
            union();
            var division = "98";
            return ("统一社会信用代码,单位名称,所在地区划代码\n"
                            + IntStream.range(0, rows)
                                    .mapToObj(row -> code(row) + ",轮" + number + "号第" + row + "厂," + division + "\n")
                                    .collect(Collectors.joining()))
                    .getBytes(StandardCharsets.UTF_8);
        }

        /** A province with its federation, once. */
        private void union() {
            var union = context.getAutowireCapableBeanFactory().createBean(Union.class);
            union.take("divisions", java.util.List.of(Map.of("code", "98", "name", "试省")));
        }

        private String code(int row) {
            var first = "91990%02d0MA%07d".formatted(number, row);
            return first + CreditCode.checkDigit(first);
        }
    }
}
