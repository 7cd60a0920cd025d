package org.uniongrid.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.uniongrid.organisation.Posts;

/** What stands open, what needs a sign-in, and how sessions and forms are kept safe. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(
        tableName = "access.spring_session",
        maxInactiveIntervalInSeconds = 60 * 60,
        cleanupCron = "0 */10 * * * *")
class SecuritySetup {

    /** Turns a NUL character away: no text that people type holds one, and PostgreSQL keeps none. */
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value == null || value.indexOf(0) < 0);
        return firewall;
    }

    /**
     * Spring Session puts a session together from rows that follow one another. Whose rows come between another's, as a
     * hash join leaves them, lost what was read before, and "end this session" then found none to end.
     */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionsOfAnAccountInOrder() {
        return sessions -> sessions.setListSessionsByPrincipalNameQuery("""
                select s.primary_id, s.session_id, s.creation_time, s.last_access_time, s.max_inactive_interval,
                    a.attribute_name, a.attribute_bytes
                from %TABLE_NAME% s
                left join %TABLE_NAME%_attributes a on a.session_primary_id = s.primary_id
                where s.principal_name = ?
                order by s.primary_id
                """);
    }

    /** The looks of a page: no session, no cookie, and browsers may keep them. */
    @Bean
    @Order(1)
    SecurityFilterChain looks(HttpSecurity http) {
        return http.securityMatcher("/assets/**", "/webjars/**", "/favicon.ico")
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .headers(headers -> headers.cacheControl(cache -> cache.disable()))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Health is for anybody who balances load; the figures are for whoever shows the token. */
    @Bean
    @Order(2)
    SecurityFilterChain monitoring(HttpSecurity http, MetricsToken token) {
        return http.securityMatcher("/actuator/**")
                .authorizeHttpRequests(all -> all.requestMatchers(HttpMethod.GET, "/actuator/health/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/actuator/prometheus")
                        .access((_, call) -> new AuthorizationDecision(token.isShownBy(call.getRequest())))
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    ActorFilter actors(Accounts accounts, Workers workers, Posts posts, PasswordPolicy policy, Clock clock) {
        return new ActorFilter(accounts, workers, posts, policy, clock);
    }

    /** It stands in the chain of pages, behind Spring Security, and nowhere else. */
    @Bean
    FilterRegistrationBean<ActorFilter> notOnItsOwn(ActorFilter actors) {
        var registration = new FilterRegistrationBean<>(actors);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(
            HttpSecurity http, AccountInSession session, SignIn signIn, Entrance entrance, ActorFilter actors) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/sign-in",
                                "/sign-in/failed",
                                "/preferences/**",
                                "/error",
                                "/invitation/**",
                                "/t/**",
                                "/j/**")
                        .permitAll()
                        .requestMatchers(PhoneDoor.OPEN)
                        .permitAll()
                        .requestMatchers(PhoneDoor.WORKERS)
                        .hasAuthority(AccountInSession.WORKER)
                        .requestMatchers("/")
                        .hasAnyAuthority(AccountInSession.SIGNED_IN, AccountInSession.WORKER)
                        .requestMatchers(Entrance.CODE, Entrance.ENROL)
                        .authenticated()
                        .anyRequest()
                        .hasAuthority(AccountInSession.SIGNED_IN))
                // with a parent, Spring would try a wrong password a second time there
                .authenticationManager(new ProviderManager(signIn))
                .securityContext(context -> context.securityContextRepository(session))
                .csrf(csrf -> csrf.csrfTokenRepository(new CsrfCookie()))
                .requestCache(cache -> cache.requestCache(new CookieRequestCache()))
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("login")
                        .passwordParameter("password")
                        .authenticationDetailsSource(Client::of)
                        .successHandler(entrance)
                        .failureHandler(SecuritySetup::failed))
                .exceptionHandling(PhoneDoor::lead)
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in"))
                .headers(headers -> headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .addFilterBefore(actors, AuthorizationFilter.class)
                .build();
    }

    /** Back to the form with the login as typed; the words follow from the kind of failure. */
    private static void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException, ServletException {
        if (why instanceof TooManyTries) {
            RateLimits.refuse(response);
            return;
        }
        request.setAttribute(SignInController.PROBLEM, why.getClass().getSimpleName());
        request.getRequestDispatcher("/sign-in/failed").forward(request, response);
    }
}
