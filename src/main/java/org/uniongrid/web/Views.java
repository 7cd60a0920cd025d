package org.uniongrid.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Renders {@code organisation/register/units} from the template of that name beside its controller. */
@Component
class Views implements ViewResolver, Ordered {

    private final TemplateEngine templates;
    private final MessageSource messages;
    private final Frames frames;
    private final ZoneId zone;

    Views(MessageSource messages, Frames frames, ZoneId zone) {
        this.templates =
                TemplateEngine.createPrecompiled(null, ContentType.Html, Views.class.getClassLoader(), "org.uniongrid");
        this.messages = messages;
        this.frames = frames;
        this.zone = zone;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        return templates.hasTemplate(name + ".jte") ? new Whole(name + ".jte", new Say(messages, locale, zone)) : null;
    }

    /** Before Spring's own resolvers, which would take any name for a JSP. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    private final class Whole implements View {

        private final String template;
        private final Say say;

        Whole(String template, Say say) {
            this.template = template;
            this.say = say;
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            var all = new HashMap<String, Object>(model == null ? Map.of() : model);
            all.put("say", say);
            all.put("frame", frames.around(request, response));
            var html = new StringOutput();
            templates.render(template, all, html);
            response.setContentType("text/html;charset=UTF-8");
            response.getWriter().write(html.toString());
        }
    }
}
