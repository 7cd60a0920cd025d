package org.uniongrid.matter.papers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.uniongrid.ModuleTest;
import org.uniongrid.TestData;
import org.uniongrid.Union;
import org.uniongrid.matter.MatterDesk;
import org.uniongrid.matter.Matters;
import org.uniongrid.matter.Papers;

/** What was laid down with a form that then failed is cleared away, and nothing else. */
@ModuleTest
class PaperSweepTests {

    private final PaperSweep sweep;
    private final PaperFiles files;
    private final PaperDesk papers;
    private final MatterDesk desk;
    private final Matters matters;
    private final Union union;
    private final Clock clock;

    PaperSweepTests(
            PaperSweep sweep,
            PaperFiles files,
            PaperDesk papers,
            MatterDesk desk,
            Matters matters,
            Union union,
            Clock clock) {
        this.sweep = sweep;
        this.files = files;
        this.papers = papers;
        this.desk = desk;
        this.matters = matters;
        this.union = union;
        this.clock = clock;
    }

    @Test
    void whatBelongsToNoPaperGoesAfterADay() throws IOException {
        var old = aged(files.keep(fresh()));
        var young = files.keep(fresh());
        sweep.sweep();
        assertThat(place(old)).doesNotExist();
        assertThat(place(young)).exists();
        assertThat(besides(old)).doesNotExist();
    }

    @Test
    void aPaperStaysAlsoOneThatWasTakenBack() throws IOException {
        var east = union.district(union.city(), "扫");
        var chair = union.holder("union-chair", union.enterprise(east, "扫厂"));
        union.cadre(east);
        var id = desk.submit(
                chair, new MatterDesk.Request("general", east.publicId(), "请协调", "食堂", null, UUID.randomUUID()));
        var accepted = papers.accept(List.of(new Papers.Sent("名单.txt", fresh())));
        papers.attach(chair, id, accepted, false, UUID.randomUUID());
        var hash = aged(accepted.getFirst().hash());
        sweep.sweep();
        assertThat(place(hash)).exists();
        papers.remove(
                chair,
                id,
                papers.of(matters.find(id, chair)).papers().getFirst().publicId(),
                UUID.randomUUID());
        sweep.sweep();
        assertThat(place(hash)).exists();
    }

    @Test
    void aFormInProgressTouchesWhatLiesThere() throws IOException {
        var content = fresh();
        var hash = aged(files.keep(content));
        files.keep(content);
        sweep.sweep();
        assertThat(place(hash)).exists();
    }

    @Test
    void whatIsTouchedWhileItIsPutAsideComesBack() throws IOException {
        var hash = files.keep(fresh());
        files.putAside(hash);
        assertThat(place(hash)).doesNotExist();
        sweep.sweep();
        assertThat(place(hash)).exists();
        assertThat(besides(hash)).doesNotExist();
    }

    private static byte[] fresh() {
        return UUID.randomUUID().toString().getBytes(UTF_8);
    }

    private String aged(String hash) throws IOException {
        Files.setLastModifiedTime(place(hash), FileTime.from(clock.instant().minus(Duration.ofDays(2))));
        return hash;
    }

    private static Path place(String hash) {
        return TestData.PLACE.resolve("files").resolve(hash.substring(0, 2)).resolve(hash);
    }

    private static Path besides(String hash) {
        return place(hash).resolveSibling(hash + ".aside");
    }
}
