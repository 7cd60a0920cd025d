package org.uniongrid.organisation.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Puts words in the place of the message keys in a description. */
record Worded(MessageSource messages, Locale locale) {

    void all(OpenAPI description) {
        var info = description.getInfo();
        info.setDescription(words(info.getDescription()));
        description.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(operation -> {
                    operation.setSummary(words(operation.getSummary()));
                    if (operation.getParameters() != null)
                        operation.getParameters().forEach(one -> one.setDescription(words(one.getDescription())));
                    operation.getResponses().values().forEach(one -> one.setDescription(words(one.getDescription())));
                });
        var components = description.getComponents();
        components.getSecuritySchemes().values().forEach(one -> one.setDescription(words(one.getDescription())));
        components.getSchemas().values().forEach(this::schema);
    }

    private void schema(Schema<?> schema) {
        schema.setDescription(words(schema.getDescription()));
        Map<String, ?> properties = schema.getProperties();
        if (properties != null)
            properties.values().forEach(property -> {
                if (property instanceof Schema<?> inner) schema(inner);
            });
        if (schema.getItems() != null) schema(schema.getItems());
    }

    private @Nullable String words(@Nullable String key) {
        return key == null ? null : messages.getMessage(key, null, key, locale);
    }
}
