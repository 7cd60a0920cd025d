package org.uniongrid.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The templates of all modules, as text: for pages by {@link Views}, for papers without the page frame. */
@Component
public class Templates {

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Templates.class.getClassLoader(), "org.uniongrid");
    private final MessageSource messages;
    private final ZoneId zone;

    Templates(MessageSource messages, ZoneId zone) {
        this.messages = messages;
        this.zone = zone;
    }

    /** Words for somebody who reads this language. */
    public Say say(Locale locale) {
        return new Say(messages, locale, zone);
    }

    /**
     * Fills a template, which gets {@code say} besides what the model holds.
     *
     * @param name such as {@code membership/join/sheet}, for the template of that name beside its controller
     * @return HTML, all values escaped
     * @throws gg.jte.TemplateException if there is no such template, or it asks for what the model lacks
     */
    public String render(String name, Say say, Map<String, ?> model) {
        var all = new HashMap<String, Object>(model);
        all.put("say", say);
        var text = new StringOutput();
        engine.render(name + ".jte", all, text);
        return text.toString();
    }

    boolean has(String name) {
        return engine.hasTemplate(name + ".jte");
    }
}
