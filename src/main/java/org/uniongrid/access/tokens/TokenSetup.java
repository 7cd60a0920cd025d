package org.uniongrid.access.tokens;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.uniongrid.access.RateLimits;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.NoticeKind;
import org.uniongrid.web.Menu;
import org.uniongrid.web.Problems;
import org.uniongrid.web.Programs;

/** The door for programs, and where tokens stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class TokenSetup {

    /** The description of the interface may be read by people too, as any page. */
    private static final String DESCRIPTION = Programs.ROOT + "/openapi.json";

    /** No session and no cookie, so that no page of another site can use a browser's sign-in, and no CSRF. */
    @Bean
    @Order(2)
    SecurityFilterChain programs(
            HttpSecurity http, Tokens tokens, RateLimits limits, AuditTrail trail, Problems problems) {
        return http.securityMatcher(TokenSetup::comesByToken)
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .headers(headers -> headers.cacheControl(cache -> cache.disable()))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .addFilterBefore(new TokenDoor(tokens, limits, trail, problems), AuthorizationFilter.class)
                .build();
    }

    private static boolean comesByToken(HttpServletRequest request) {
        var path = request.getServletPath();
        if (!path.equals(Programs.ROOT) && !path.startsWith(Programs.ROOT + "/")) return false;
        return !path.equals(DESCRIPTION) || request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    @Bean
    Menu.Entry tokensEntry() {
        return new Menu.Entry(955, "menu.access", "tokens.title", "key", "/access/tokens", "access.token.read");
    }

    @Bean
    NoticeKind tokenEndingKind() {
        return TokenNotices.ENDING;
    }
}
