package org.uniongrid.portal.frame;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.uniongrid.foundation.Open;
import org.uniongrid.web.Assets;
import org.uniongrid.web.OfflinePage;
import org.uniongrid.web.OfflineWorker;
import tools.jackson.databind.json.JsonMapper;

/** What a browser asks for to install the pages of workers. The same for everybody; no page of a person is ever kept. */
@Controller
class FrameController {

    private static final String SCOPE = "/m/";
    private static final List<String> KEPT = List.of(
            "/assets/theme.js",
            "/assets/phone.js",
            "/assets/tokens.css",
            "/assets/app.css",
            "/assets/parts.css",
            "/assets/phone.css",
            "/webjars/tabler__core/dist/css/tabler.min.css");

    private final Assets assets;
    private final JsonMapper json;
    private final MessageSource messages;
    private final OfflineWorker worker;
    private final List<OfflinePage> pages;

    FrameController(
            Assets assets, JsonMapper json, MessageSource messages, OfflineWorker worker, List<OfflinePage> pages) {
        this.assets = assets;
        this.json = json;
        this.worker = worker;
        this.pages = pages;
        this.messages = messages;
    }

    @GetMapping("/m/manifest.webmanifest")
    @Open("the same for everybody; browsers ask for it without cookies")
    ResponseEntity<String> manifest(Locale language) {
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("id", SCOPE);
        manifest.put("name", messages.getMessage("portal.app", null, language));
        manifest.put("short_name", messages.getMessage("portal.app.short", null, language));
        manifest.put("lang", language.toLanguageTag());
        manifest.put("start_url", SCOPE);
        manifest.put("scope", SCOPE);
        manifest.put("display", "standalone");
        manifest.put("background_color", "#f5f6f8");
        manifest.put("theme_color", "#c8102e");
        manifest.put(
                "icons",
                List.of(
                        icon("/assets/mark-192.png", "192x192", "any"),
                        icon("/assets/mark-512.png", "512x512", "any"),
                        icon("/assets/mark-maskable.png", "512x512", "maskable")));
        return answer("application/manifest+json", json.writeValueAsString(manifest));
    }

    private Map<String, String> icon(String path, String sizes, String purpose) {
        return Map.of("src", assets.url(path), "sizes", sizes, "type", "image/png", "purpose", purpose);
    }

    @GetMapping("/m/sw.js")
    @Open("the same for everybody")
    ResponseEntity<String> serviceWorker() {
        return answer("text/javascript", worker.script(new OfflinePage("", "/m/offline", KEPT), pages));
    }

    private static ResponseEntity<String> answer(String type, String body) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type + ";charset=UTF-8"))
                .cacheControl(CacheControl.noCache())
                .body(body);
    }

    @GetMapping("/m/offline")
    @Open("kept by phones; says nothing of anybody")
    String offline() {
        return "portal/frame/offline";
    }
}
