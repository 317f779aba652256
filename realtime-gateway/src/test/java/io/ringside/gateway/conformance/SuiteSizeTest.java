package io.ringside.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** That the suite says enough: behaviours, a sentence each; one that is tried with several parameters counts once. */
class SuiteSizeTest {
    private static final int BEHAVIOURS_MIN = 120;

    @Test
    void holdsAtLeast120DistinctBehaviours() {
        List<Class<?>> parts = parts();
        List<String> sentences = new ArrayList<>();
        for (Class<?> part : parts) {
            List<String> said =
                    ReflectionSupport.findMethods(part, SuiteSizeTest::isBehaviour, HierarchyTraversalMode.TOP_DOWN)
                            .stream()
                            .map(SuiteSizeTest::sentence)
                            .toList();
            System.out.println(part.getSimpleName() + " " + said.size());
            sentences.addAll(said);
        }
        System.out.println(sentences.size() + " behaviours in " + parts.size() + " parts of the suite");
        assertThat(sentences).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(BEHAVIOURS_MIN);
    }

    private static List<Class<?>> parts() {
        return ReflectionSupport.findAllClassesInPackage(
                SuiteSizeTest.class.getPackageName(),
                type -> AnnotationSupport.isAnnotated(type, OverEveryTransport.class),
                name -> name.endsWith("Test"));
    }

    private static boolean isBehaviour(Method method) {
        return method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(ParameterizedTest.class);
    }

    private static String sentence(Method method) {
        return method.getName().replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
