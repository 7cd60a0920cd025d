package org.uniongrid.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.ZoneId;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockServletContext;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.view.InternalResourceViewResolver;
import org.uniongrid.foundation.NotPermitted;
import org.uniongrid.foundation.Open;
import org.uniongrid.foundation.Rule;
import tools.jackson.databind.json.JsonMapper;

/** Assets, errors and preferences as a browser meets them, without database and sign-in. */
class WebTests {

    private static AnnotationConfigWebApplicationContext context;
    private static MockMvc browser;

    @BeforeAll
    static void start() {
        context = new AnnotationConfigWebApplicationContext();
        context.setServletContext(new MockServletContext());
        context.register(House.class);
        context.refresh();
        browser = MockMvcBuilders.webAppContextSetup(context)
                .addFilters(context.getBean(RequestId.class), context.getBean(ContentPolicy.class))
                .build();
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/tokens.css",
                "/assets/app.css",
                "/assets/parts.css",
                "/assets/app.js",
                "/assets/theme.js",
                "/assets/icons.svg",
                "/assets/mark.svg",
                "/assets/mark.png",
                "/webjars/tabler__core/dist/css/tabler.min.css",
                "/webjars/htmx.org/dist/htmx.min.js"
            })
    void browsersMayKeepAnAssetForAYearUnderItsVersion(String path) throws Exception {
        var url = context.getBean(Assets.class).url(path);

        assertThat(url).matches(".*(-[0-9a-f]{32}\\.|/[0-9]+\\.[0-9]+\\.[0-9]+/).*");
        browser.perform(get(url))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "max-age=31536000, public, immutable"));
    }

    @Test
    void iconsComeFromTheSpriteUnderItsVersion() {
        assertThat(Icons.href("users")).isEqualTo(context.getBean(Assets.class).url("/assets/icons.svg") + "#i-users");
    }

    @ParameterizedTest
    @CsvSource({"refuse,403,你没有打开这个页面的权限", "hide,404,这个页面不存在", "explain,422,这一步不能这样办"})
    void saysWhatWentWrong(String what, int code, String words) throws Exception {
        browser.perform(get("/trouble/" + what).accept(MediaType.TEXT_HTML))
                .andExpect(status().is(code))
                .andExpect(content().string(containsString(words)));
    }

    @Test
    void answersProgramsInJson() throws Exception {
        browser.perform(get("/trouble/refuse").accept(MediaType.APPLICATION_JSON))
                .andExpect(status().isForbidden())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.requestId").isNotEmpty());
    }

    @ParameterizedTest
    @CsvSource({"403,错误 403", "404,错误 404", "405,错误 405", "413,文件超过了大小限制", "503,错误 500"})
    void hasAPageForEveryError(int code, String words) throws Exception {
        var answer = browser.perform(get("/error")
                        .accept(MediaType.TEXT_HTML, MediaType.ALL)
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, code)
                        .requestAttr(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("secret")))
                .andExpect(status().is(code))
                .andReturn()
                .getResponse();

        assertThat(answer.getContentAsString())
                .contains(words, answer.getHeader("X-Request-Id"))
                .doesNotContain("secret", "at org.");
    }

    @Test
    void leadsBackToThePageOfAFormThatFailed() throws Exception {
        browser.perform(post("/error")
                        .accept(MediaType.TEXT_HTML)
                        .header("Referer", "http://localhost/units/7/form?step=2")
                        .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/units/7")
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 500))
                .andExpect(content().string(containsString("href=\"/units/7/form?step=2\"")));
    }

    @Test
    void speaksTheLanguageThatWasChosen() throws Exception {
        browser.perform(post("/preferences/language").param("language", "en").param("back", "/a?b=c"))
                .andExpect(redirectedUrl("/a?b=c"))
                .andExpect(cookie().value("ug_lang", "en"));
        browser.perform(get("/trouble/hide").cookie(new Cookie("ug_lang", "en")))
                .andExpect(content().string(containsString("This page does not exist")));
    }

    @Test
    void leadsNobodyToAnotherSite() throws Exception {
        for (var away : new String[] {"//elsewhere.example", "/\\elsewhere.example", "https://elsewhere.example"})
            browser.perform(post("/preferences/theme").param("theme", "dark").param("back", away))
                    .andExpect(redirectedUrl("/"));
    }

    @Configuration
    @EnableWebMvc
    @Import({
        WebSetup.class,
        Assets.class,
        Views.class,
        Templates.class,
        Frames.class,
        Menu.class,
        Errors.class,
        Explains.class,
        Problems.class,
        Refusals.class,
        Preferences.class,
        RequestId.class,
        ContentPolicy.class,
        Trouble.class
    })
    static class House {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        ZoneId zone() {
            return ZoneId.of("Asia/Shanghai");
        }

        @Bean
        JsonMapper json() {
            return JsonMapper.shared();
        }

        @Bean
        InternalResourceViewResolver redirects() {
            return new InternalResourceViewResolver();
        }

        @Bean
        Menu.Entry entry() {
            return new Menu.Entry(1, "a", "b", "home", "/", "nothing");
        }
    }

    @Controller
    static class Trouble {

        @GetMapping("/trouble/refuse")
        @Open("test")
        String refuse() {
            throw new NotPermitted("x");
        }

        @GetMapping("/trouble/hide")
        @Open("test")
        String hide() {
            throw new NoSuchElementException();
        }

        @GetMapping("/trouble/explain")
        @Open("test")
        String explain() {
            Sample.WRONG.require(false);
            return "";
        }
    }

    private enum Sample implements Rule {
        WRONG;

        @Override
        public String key() {
            return "web.400.text";
        }
    }
}
