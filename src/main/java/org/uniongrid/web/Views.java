package org.uniongrid.web;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
            if (all.get(Part.NAME) instanceof List<?> parts) all.put(Part.NAME, drawn(parts, all));
            var html = new StringOutput();
            templates.render(template, all, html);
            response.setContentType("text/html;charset=UTF-8");
            response.getWriter().write(html.toString());
        }

        private List<Content> drawn(List<?> parts, Map<String, Object> around) {
            return parts.stream()
                    .filter(Part.class::isInstance)
                    .map(Part.class::cast)
                    .map(part -> drawn(part, around))
                    .toList();
        }

        private Content drawn(Part part, Map<String, Object> around) {
            var all = new HashMap<String, Object>(part.model());
            for (var name : List.of("say", "frame"))
                all.put(name, Objects.requireNonNull(around.get(name)));
            var html = new StringOutput();
            templates.render(part.template() + ".jte", all, html);
            return output -> output.writeContent(html.toString());
        }
    }
}
