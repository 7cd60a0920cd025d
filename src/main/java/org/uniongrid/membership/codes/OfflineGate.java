package org.uniongrid.membership.codes;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.foundation.SignedIn;
import org.uniongrid.web.OfflinePage;
import org.uniongrid.web.OfflineWorker;
import org.uniongrid.web.Templates;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The gate where there is no network: it takes the city's key along, and hands in later what it took. */
@Controller
@RequestMapping(OfflineGate.GATE)
class OfflineGate {

    /** What reads codes, in the order in which it is needed. */
    static final List<String> SCRIPTS = List.of("/assets/keep.js", "/assets/vendor/jsQR.js", "/assets/scan.js");

    static final List<String> CHECKS =
            List.of("/assets/vendor/nacl-fast.min.js", "/assets/vendor/sm2.js", "/assets/codes.js");

    static final String GATE = "/membership/gate";

    private static final String HERE = GATE + "/offline";
    private static final List<String> LOOK = List.of(
            "/assets/theme.js",
            "/assets/tokens.css",
            "/assets/app.css",
            "/assets/parts.css",
            "/assets/phone.css",
            "/assets/gate-offline.js",
            "/webjars/tabler__core/dist/css/tabler.min.css");
    private static final int MOST = 500;

    private final GatePack pack;
    private final LateDesk desk;
    private final OfflineWorker worker;
    private final JsonMapper json;
    private final Templates templates;

    OfflineGate(GatePack pack, LateDesk desk, OfflineWorker worker, JsonMapper json, Templates templates) {
        this.pack = pack;
        this.desk = desk;
        this.worker = worker;
        this.json = json;
        this.templates = templates;
    }

    @GetMapping("/offline")
    @SignedIn("kept by the browser; says nothing of anybody")
    String page(Actor actor) {
        return "membership/codes/offgate";
    }

    @GetMapping("/sw.js")
    @SignedIn("the same for everybody")
    ResponseEntity<String> serviceWorker(Actor actor) {
        var assets = Stream.of(LOOK, SCRIPTS, CHECKS).flatMap(List::stream).toList();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/javascript;charset=UTF-8"))
                .cacheControl(CacheControl.noCache())
                .header("Service-Worker-Allowed", GATE)
                .body(worker.script(new OfflinePage(GATE, HERE, assets), List.of()));
    }

    @GetMapping("/pack")
    @Permission(GateController.CHECK)
    ResponseEntity<GatePack.Pack> pack(Actor actor) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(pack.pack());
    }

    /** Answers in words of the reader's language, for the page that handed it in. */
    @PostMapping("/late")
    @Permission(GateController.CHECK)
    ResponseEntity<Map<String, String>> handIn(Actor actor, @RequestParam String late, java.util.Locale locale) {
        List<LateDesk.Late> lates;
        try {
            lates = json.readValue(late, new TypeReference<>() {});
        } catch (JacksonException unreadable) {
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).build();
        }
        if (lates == null || lates.size() > MOST || !lates.stream().allMatch(LateDesk.Late::isWhole))
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).build();
        var sum = desk.handIn(actor, lates);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("words", templates.say(locale).of("gate.late", sum.taken(), sum.twice(), sum.refused())));
    }
}
