package org.uniongrid.web;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Renders {@code organisation/register/units} from the template of that name beside its controller. */
@Component
class Views implements ViewResolver, Ordered {

    private final Templates templates;
    private final Frames frames;

    Views(Templates templates, Frames frames) {
        this.templates = templates;
        this.frames = frames;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        return templates.has(name) ? new Whole(name, templates.say(locale)) : null;
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
            all.put("frame", frames.around(request, response));
            if (all.get(Part.NAME) instanceof List<?> parts) all.put(Part.NAME, drawn(parts, all));
            var html = templates.render(template, say, all);
            response.setContentType("text/html;charset=UTF-8");
            response.getWriter().write(html);
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
            all.put("frame", Objects.requireNonNull(around.get("frame")));
            var html = templates.render(part.template(), say, all);
            return output -> output.writeContent(html);
        }
    }
}
