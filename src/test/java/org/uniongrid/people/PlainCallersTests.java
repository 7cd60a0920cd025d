package org.uniongrid.people;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** Who may have a number in full is a short list. */
class PlainCallersTests {

    private static final ArchRule ONLY_REVEAL_AND_CONTACTS = noClasses()
            .that()
            .resideOutsideOfPackages("org.uniongrid.people.reveal..", "org.uniongrid.portal.own..")
            .and()
            .doNotHaveFullyQualifiedName(Contacts.class.getName())
            .should()
            .callMethod(Identities.class, "plain", long.class, IdentityField.class);

    /** The file for the roll above, which another person approves. */
    private static final ArchRule ONLY_THE_REPORT = noClasses()
            .that()
            .resideOutsideOfPackage("org.uniongrid.membership.reporting..")
            .should()
            .callMethod(Identities.class, "plain", java.util.Collection.class, java.util.Set.class);

    private static final ArchRule ONLY_WIRES = noClasses()
            .that()
            .resideOutsideOfPackages("org.uniongrid.people", "org.uniongrid.notice..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Contacts.class);

    @Test
    void onlyARevealAndTheWiresGetNumbersInFull() {
        var house = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.uniongrid");
        ONLY_REVEAL_AND_CONTACTS.check(house);
        ONLY_THE_REPORT.check(house);
        ONLY_WIRES.check(house);
    }

    @Test
    void aBreachIsFound() {
        var tests = new ClassFileImporter().importPackages("org.uniongrid.people.vault");
        assertThat(ONLY_REVEAL_AND_CONTACTS.evaluate(tests).hasViolation()).isTrue();
    }
}
