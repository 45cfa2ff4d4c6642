package com.duemate.platform.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class HouseTest {

    private static final String ROOT = "com.duemate.platform";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void roomsCallOnlyTheRoomsTheyName() {
        var modules = ApplicationModules.of(ROOT);
        assertThat(modules.stream()).hasSizeGreaterThan(10);
        modules.verify();
    }

    @Test
    void internalsStayInside() {
        classes()
                .that()
                .resideInAPackage("..internal..")
                .and()
                // What an interface nests is public by the language, and reachable no further than the interface.
                .areTopLevelClasses()
                .and()
                .doNotHaveFullyQualifiedName("com.duemate.platform.scope.internal.RoleCondition")
                .should()
                .notBePublic()
                .check(CLASSES);
    }

    @Test
    void nothingAsksTheMachineForTheTime() {
        for (var clock : new Class<?>[] {Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class}) {
            noClasses().should().callMethod(clock, "now").check(CLASSES);
        }
    }

    @Test
    void platformKnowsNoVaadin() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.vaadin..")
                .check(CLASSES);
    }

    @Test
    void optionalIsOnlyAReturnType() {
        noFields().should().haveRawType(Optional.class).check(CLASSES);
    }

    @Test
    void halfOfTheTypesAreNobodyElsesBusiness() {
        long all = CLASSES.stream().filter(HouseTest::topLevel).count();
        long open = CLASSES.stream()
                .filter(HouseTest::topLevel)
                .filter(c -> c.getModifiers().contains(JavaModifier.PUBLIC))
                .count();
        assertThat(all).isGreaterThan(100);
        assertThat((double) open / all).as("share of public types").isLessThanOrEqualTo(0.5);
    }

    @Test
    void constructorsTakeAtMostSevenThings() {
        classes()
                .that(are(resideInAPackage("..internal..")))
                .and()
                .areNotRecords()
                .should(new FewParameters(7))
                .check(CLASSES);
    }

    private static boolean topLevel(JavaClass type) {
        return type.isTopLevelClass() && !type.getSimpleName().equals("package-info");
    }
}
