package org.uniongrid;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;

/**
 * A test of the whole house on the embedded database with the demonstration city in it. All of them share one running
 * context, reachable by HTTP; nothing may vary or dirty it. A test makes what it needs with {@link Union}, apart from
 * what others made. {@code MockMvcTester} calls pages past the sign-in: the request carries its Actor.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {FreshData.PROPERTY, "uniongrid.demo-members=0", "uniongrid.sign-ins-per-minute=100000"})
@ContextConfiguration(initializers = FreshData.class)
@AutoConfigureMockMvc(addFilters = false)
@Import(Union.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public @interface ModuleTest {}
