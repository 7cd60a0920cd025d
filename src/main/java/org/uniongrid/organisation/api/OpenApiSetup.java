package org.uniongrid.organisation.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiLocaleCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Permission;

/** What the description of the interface says that no controller says: the token, its scopes, and what goes wrong. */
@Configuration(proxyBeanMethods = false)
class OpenApiSetup {

    private static final String TOKEN = "token";
    private static final String PROBLEM = "Problem";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
    }

    /** Each endpoint names its scope, and the answers that are problems. */
    @Bean
    OperationCustomizer scopesAndProblems() {
        return (operation, method) -> {
            var permission = method.getMethodAnnotation(Permission.class);
            if (permission != null) operation.addExtension("x-scope", permission.value());
            operation.addSecurityItem(new SecurityRequirement()
                    .addList(TOKEN, permission == null ? List.of() : List.of(permission.value())));
            addProblems(operation);
            return operation;
        };
    }

    private static void addProblems(Operation operation) {
        var answers = operation.getResponses();
        answers.addApiResponse("400", problem("api.problem.400"));
        answers.addApiResponse("401", problem("api.problem.401"));
        answers.addApiResponse("403", problem("api.problem.403"));
        answers.addApiResponse("404", problem("api.problem.404"));
        answers.addApiResponse("422", problem("api.problem.422"));
        answers.addApiResponse("410", problem("api.problem.410"));
        answers.addApiResponse(
                "429",
                problem("api.problem.429").addHeaderObject("Retry-After", new Header().schema(new IntegerSchema())));
    }

    private static ApiResponse problem(String words) {
        var schema = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
        var type = new io.swagger.v3.oas.models.media.MediaType().schema(schema);
        return new ApiResponse()
                .description(words)
                .content(new Content().addMediaType("application/problem+json", type));
    }

    @Bean
    OpenAPI described() {
        return new OpenAPI()
                .info(new Info()
                        .title("UnionGrid")
                        .version("1")
                        .description("api.about")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
    }

    /** Everything is said by message keys; here they become words in the language asked for. */
    @Bean
    OpenApiLocaleCustomizer inWords(MessageSource messages) {
        return (description, locale) -> {
            var components = description.getComponents();
            components.addSecuritySchemes(
                    TOKEN,
                    new SecurityScheme()
                            .type(SecurityScheme.Type.HTTP)
                            .scheme("bearer")
                            .bearerFormat("ug_…")
                            .description("api.token"));
            components.addSchemas(PROBLEM, problemSchema());
            new Worded(messages, locale).all(description);
        };
    }

    private static Schema<?> problemSchema() {
        var fault = new ObjectSchema().properties(Map.of("parameter", text(), "detail", text()));
        return new ObjectSchema()
                .addProperty("type", text().format("uri-reference"))
                .addProperty("title", text())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", text())
                .addProperty("instance", text().format("uri"))
                .addProperty("requestId", text())
                .addProperty("errors", new ArraySchema().items(fault).description("api.errors"))
                .required(List.of("type", "title", "status", "detail", "instance", "requestId"));
    }

    private static Schema<?> text() {
        return new StringSchema();
    }
}
