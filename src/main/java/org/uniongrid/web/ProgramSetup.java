package org.uniongrid.web;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.support.FormattingConversionService;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What is otherwise for programs than for people. */
@Configuration(proxyBeanMethods = false)
class ProgramSetup implements WebMvcConfigurer {

    private static final int AFTER_THE_GATE = 1;

    private final ObjectProvider<FormattingConversionService> conversion;

    ProgramSetup(@Qualifier("mvcConversionService") ObjectProvider<FormattingConversionService> conversion) {
        this.conversion = conversion;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ProgramParameters(conversion.getObject())).order(AFTER_THE_GATE);
    }

    /** What a program has already need not travel again. */
    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> etags() {
        var registration = new FilterRegistrationBean<>(new ShallowEtagHeaderFilter());
        registration.addUrlPatterns(Programs.ROOT + "/*");
        return registration;
    }
}
