package org.uniongrid.web;

import gg.jte.CodeResolver;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Page;
import org.uniongrid.foundation.Scope;

/** Sample pages of every kind, drawn from the real templates without Spring. */
final class Gallery {

    static final String NONCE = "gallery";

    private static final Actor CLERK = clerk();
    private static final Menu MENU = new Menu(List.of(
            new Menu.Entry(1, "gallery.organisation", "gallery.units", "sitemap", "/organisation/units", "see"),
            new Menu.Entry(
                    2, "gallery.organisation", "gallery.employers", "building", "/organisation/employers", "see"),
            new Menu.Entry(3, "gallery.data", "gallery.import", "file-spreadsheet", "/exchange", "see"),
            new Menu.Entry(4, "gallery.data", "gallery.settings", "settings", "/settings", "see")));

    private static final TemplateEngine TEMPLATES = TemplateEngine.create(
            new Both(
                    new DirectoryCodeResolver(Path.of("src/test/jte")),
                    new DirectoryCodeResolver(Path.of("src/main/java/org/uniongrid"))),
            Path.of("target/gallery-classes"),
            ContentType.Html);

    private final Say say;
    private final String theme;

    Gallery(Locale locale, String theme) throws java.io.IOException {
        var messages = new org.springframework.context.support.StaticMessageSource();
        messages.setParentMessageSource(new WebSetup().messageSource());
        var names = Map.of(
                "organisation",
                "组织建设",
                "units",
                "工会组织",
                "employers",
                "企业",
                "data",
                "数据",
                "import",
                "导入与导出",
                "employer.code",
                "信用代码",
                "employer.seat",
                "所在地",
                "employer.sure",
                "核对",
                "settings",
                "系统设置");
        names.forEach((key, name) -> {
            messages.addMessage("gallery." + key, Locale.SIMPLIFIED_CHINESE, name);
            messages.addMessage("gallery." + key, Locale.ENGLISH, "Sample " + key);
        });
        this.say = new Say(messages, locale, ZoneId.of("Asia/Shanghai"));
        this.theme = theme;
    }

    /** The pages by name. */
    static final Map<String, Map<String, Object>> PAGES = pages();

    String draw(String page) {
        var name = page.contains("/") ? page : "gallery/" + page.replaceAll("-.*", "");
        var model = new HashMap<String, Object>(PAGES.getOrDefault(page, Map.of()));
        model.put("say", say);
        model.put("frame", frame(page.endsWith("sign-in") ? null : CLERK, page.equals("record")));
        var html = new StringOutput();
        TEMPLATES.render(name + ".jte", model, html);
        return html.toString();
    }

    private Frame frame(@Nullable Actor actor, boolean done) {
        return new Frame(
                actor,
                MENU.of(actor),
                "/organisation/employers?q=x",
                theme,
                NONCE,
                "_csrf",
                "token",
                3,
                done ? new Toast("web.copied", List.of()) : null,
                "7F3A91C04E21",
                new Assets(new ResourceUrlProvider()),
                false);
    }

    private static Map<String, Map<String, Object>> pages() {
        var id = UUID.fromString("00000000-0000-4000-8000-000000000001");
        var wrong = Form.of(Map.of("name", List.of("云州顺达供应链有限公司"), "code", List.of("91530100MA6K2X8E4")))
                .wrong("code", "web.form.required")
                .require("seat", "sure");
        var pages = new HashMap<String, Map<String, Object>>();
        pages.put("list", Map.of("page", new Page<>(List.of("a"), id, id)));
        pages.put("list-empty", Map.of("page", new Page<String>(List.of(), null, null), "found", false));
        pages.put("record", Map.of());
        pages.put("form", Map.of("form", Form.blank()));
        pages.put("form-wrong", Map.of("form", wrong));
        pages.put("import", Map.of());
        pages.put("parts", Map.of());
        pages.put("web/sign-in", Map.of("problem", "web.failed.expired", "login", "chenjing"));
        pages.put("web/403", Map.of());
        pages.put("web/404", Map.of());
        pages.put("web/400", Map.of("status", 413));
        pages.put("web/500", Map.of());
        pages.put("web/broken-rule", Map.of("rule", "web.400.text"));
        return pages;
    }

    private static Actor clerk() {
        var post = new Actor.Post(
                UUID.randomUUID(),
                "clerk",
                "组织部干事",
                UUID.randomUUID(),
                "云州市总工会",
                new Scope("/000001/"),
                Set.of("see", "organisation.employer.read", "organisation.unit.read"));
        return new Actor(1, "陈静", List.of(post), post);
    }

    /** Templates of the gallery first, then those of the product. */
    private record Both(CodeResolver first, CodeResolver second) implements CodeResolver {

        @Override
        public @Nullable String resolve(String name) {
            var found = first.resolve(name);
            return found == null ? second.resolve(name) : found;
        }

        @Override
        public long getLastModified(String name) {
            return 0;
        }
    }
}
