package org.uniongrid.matter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;

/** A round of each job of the engine, for the bench. */
public final class BenchJobs {

    private BenchJobs() {}

    /** By what it does. */
    public static Map<String, Runnable> of(ApplicationContext house) {
        var all = new LinkedHashMap<String, Runnable>();
        var orphans = house.getBean(Orphans.class);
        all.put("job: steps that nobody may do, a batch", () -> orphans.sweep((List<Long>) null));
        all.put("job: alarms", house.getBean(Alarms.class)::ring);
        all.put("job: answered matters that are closed", house.getBean(Closings.class)::closeThoseWhoseDaysAreOver);
        return all;
    }
}
