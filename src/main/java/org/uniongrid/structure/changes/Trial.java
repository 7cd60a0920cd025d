package org.uniongrid.structure.changes;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.organisation.TreeWriter;

/** Does something for real, while nobody else moves units, and takes all of it back. */
@Component
class Trial {

    private final JdbcClient db;
    private final TreeWriter writer;
    private final TransactionTemplate transaction;

    Trial(JdbcClient db, TreeWriter writer, TransactionTemplate transaction) {
        this.db = db;
        this.writer = writer;
        this.transaction = transaction;
    }

    /** Within a transaction that has begun already only this part is taken back. What it throws is passed on. */
    void run(Runnable what) {
        transaction.executeWithoutResult(status -> {
            if (status.isNewTransaction()) status.setRollbackOnly();
            db.sql("savepoint trial").update();
            try {
                writer.lock();
                what.run();
            } finally {
                db.sql("rollback to savepoint trial").update();
            }
        });
    }
}
