package org.uniongrid.organisation.upward;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.uniongrid.exchange.Xlsx;
import org.uniongrid.web.Say;

/** The workbook of a batch: its rows under the headings of the register above, and a sheet that says what it is. */
@Component
class BatchFile {

    private final Batches batches;

    BatchFile(Batches batches) {
        this.batches = batches;
    }

    void write(OutputStream out, Batch batch, Say say) throws IOException {
        Xlsx.write(
                out,
                List.of(
                        new Xlsx.Tab(say.of("upward.file.sheet"), Layout.HEADERS, batches.rows(batch)),
                        new Xlsx.Tab(
                                say.of("upward.file.about"),
                                List.of(say.of("upward.file.what"), say.of("upward.file.value")),
                                about(batch, say))));
    }

    private static List<List<String>> about(Batch batch, Say say) {
        var about = new ArrayList<List<String>>();
        about.add(List.of(say.of("upward.batch"), batch.number()));
        about.add(List.of(say.of("upward.unit"), batch.unitName()));
        about.add(List.of(say.of("upward.made"), batch.madeBy() + " " + say.time(batch.madeAt())));
        about.add(List.of(say.of("upward.rows"), say.number(batch.rowCount())));
        about.add(List.of(say.of("upward.hash"), batch.contentHash()));
        about.add(List.of(say.of("upward.file.left-out"), say.of("upward.file.left-out.text")));
        about.add(List.of(say.of("upward.file.types"), say.of("upward.file.types.text")));
        about.add(List.of(say.of("upward.file.forms"), say.of("upward.file.forms.text")));
        about.add(List.of(say.of("upward.file.natures"), say.of("upward.file.natures.text")));
        return about;
    }
}
