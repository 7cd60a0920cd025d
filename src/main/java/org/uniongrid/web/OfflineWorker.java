package org.uniongrid.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes the script that keeps {@linkplain OfflinePage pages} in a browser (a service worker). */
@Component
public class OfflineWorker {

    /** Its name changes with what it keeps. */
    private static final String SCRIPT = """
            'use strict';
            const NAME = 'ug-' + %s, KEPT = %s, PAGES = %s;
            self.addEventListener('install', e => e.waitUntil(
              caches.open(NAME).then(c => c.addAll(KEPT)).then(() => self.skipWaiting())));
            self.addEventListener('activate', e => e.waitUntil(
              caches.keys().then(names => Promise.all(names.filter(n => n.startsWith(NAME.replace(/[^-]*$/, '')) && n !== NAME).map(n => caches.delete(n))))
                .then(() => self.clients.claim())));
            self.addEventListener('fetch', e => {
              const path = new URL(e.request.url).pathname;
              if (e.request.method !== 'GET') return;
              if (e.request.mode === 'navigate') {
                const page = PAGES.find(one => path.startsWith(one.prefix));
                if (page) e.respondWith(fetch(e.request).catch(() => caches.match(page.page)));
              } else if (KEPT.includes(path)) e.respondWith(caches.match(path).then(found => found || fetch(e.request)));
            });
            """;

    private final Assets assets;
    private final JsonMapper json;

    OfflineWorker(Assets assets, JsonMapper json) {
        this.assets = assets;
        this.json = json;
    }

    /** The first of {@code more} whose prefix fits is shown, else {@code usual}. */
    public String script(OfflinePage usual, List<OfflinePage> more) {
        var pages = new ArrayList<>(more);
        pages.add(usual);
        var kept = new LinkedHashSet<String>();
        for (var page : pages) {
            page.assets().forEach(asset -> kept.add(assets.url(asset)));
            kept.add(page.page());
        }
        kept.add(Icons.href("").replaceFirst("#.*", ""));
        var name = usual.page() + "-" + Integer.toHexString(Objects.hash(kept));
        return SCRIPT.formatted(
                json.writeValueAsString(name), json.writeValueAsString(kept), json.writeValueAsString(pages));
    }
}
