package org.uniongrid.matter.links;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.matter.Act;
import org.uniongrid.matter.Action;
import org.uniongrid.matter.MatterDesk;
import org.uniongrid.matter.Matters;
import org.uniongrid.matter.Tasks;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.Numbers;
import org.uniongrid.people.Vault;

/** Files are read from nobody who has not proven the phone of the very link that they come with. */
@ModuleTest
class LinkedUploadTests {

    private final MatterDesk desk;
    private final Matters matters;
    private final Tasks tasks;
    private final LinkDesk links;
    private final LinkedTask linked;
    private final LinkedUpload upload;
    private final Codes codes;
    private final JdbcClient db;
    private final Union.Unit east;
    private final Actor chair;
    private final Actor cadre;

    LinkedUploadTests(
            Union union,
            MatterDesk desk,
            Matters matters,
            Tasks tasks,
            LinkDesk links,
            LinkedTask linked,
            LinkedUpload upload,
            Identities identities,
            Vault vault,
            TransactionTemplate transaction,
            JdbcClient db) {
        this.desk = desk;
        this.matters = matters;
        this.tasks = tasks;
        this.links = links;
        this.linked = linked;
        this.upload = upload;
        this.db = db;
        codes = new Codes(db, vault, transaction);
        east = union.district(union.city(), "传");
        chair = union.holder("union-chair", union.enterprise(east, "传厂"));
        cadre = union.cadre(east);
        identities.keep(chair.personId(), IdentityField.PHONE, Numbers.phone());
    }

    @Test
    void onlyTheProofOfThisLinkLetsFilesIn() {
        var token = sent();
        var proof = proven(token);
        var other = proven(sent());
        assertThat(comesIn("/t/" + token + "/act/complete", proof)).isTrue();
        assertThat(comesIn("/t/" + token + "/act/complete", null))
                .as("no cookie")
                .isFalse();
        assertThat(comesIn("/t/" + token + "/act/complete", Secret.fresh()))
                .as("a cookie of somebody's own")
                .isFalse();
        assertThat(comesIn("/t/" + token + "/act/complete", other))
                .as("of another link")
                .isFalse();
        assertThat(comesIn("/t/" + Secret.fresh() + "/act/complete", proof))
                .as("no link")
                .isFalse();
        assertThat(comesIn("/matters/general", proof)).as("another page").isFalse();
        assertThat(comesIn("/t/" + token + "/act/../../../matters/general", proof))
                .as("by a detour")
                .isFalse();
    }

    private boolean comesIn(String path, @Nullable String proof) {
        var request = new MockHttpServletRequest("POST", path);
        if (proof != null) request.setCookies(new Cookie(LinkedTaskController.PROOF, proof));
        return upload.isProven(request);
    }

    /** The token of a link to a step that was sent back to the chair. */
    private String sent() {
        var id = desk.submit(
                chair, new MatterDesk.Request("general", east.publicId(), "请协调", "食堂", null, UUID.randomUUID()));
        var task = tasks.open(matters.find(id, cadre)).getFirst().publicId();
        desk.act(cadre, id, Act.of(Action.RETURN, task, "请写明人数", UUID.randomUUID()));
        var tenure = db.sql("select public_id from organisation.tenure where person_id = ?")
                .param(chair.personId())
                .query(UUID.class)
                .single();
        return links.send(cadre, id, tenure).orElseThrow().substring("/t/".length());
    }

    private String proven(String token) {
        var opened = linked.open(token).orElseThrow();
        linked.sendCode(opened);
        codes.set(opened.link().publicId(), "123456");
        return linked.prove(opened, "123456").orElseThrow();
    }
}
