package org.uniongrid.exchange.imports;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestPropertySource;

/** The exchange on a real database, with toys to import. */
@Retention(RetentionPolicy.RUNTIME)
@ApplicationModuleTest(extraIncludes = {"foundation", "web", "database"})
@TestPropertySource(properties = "uniongrid.data=target/test-data/${random.uuid}")
@AutoConfigureMockMvc(addFilters = false)
@Import(ToyImport.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@interface ImportTest {}
