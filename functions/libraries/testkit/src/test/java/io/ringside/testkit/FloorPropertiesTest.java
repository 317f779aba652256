package io.ringside.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.support.TestPropertyProviderFactory;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class FloorPropertiesTest {
    @Test
    void eachTestClassHasADatabaseOfItsOwnAndKeepsIt() {
        TestPropertyProviderFactory factory = ServiceLoader.load(TestPropertyProviderFactory.class)
                .findFirst()
                .orElseThrow();
        Map<String, String> first =
                factory.create(Map.of(), FloorPropertiesTest.class).getProperties();
        Map<String, String> again =
                factory.create(Map.of(), FloorPropertiesTest.class).getProperties();
        Map<String, String> other = factory.create(Map.of(), FloorTest.class).getProperties();

        assertThat(first).isEqualTo(again).containsKeys("nats.default.addresses", "datasources.default.url");
        assertThat(other.get("JDBC_URL")).isNotEqualTo(first.get("JDBC_URL"));
        assertThat(FloorProperties.database().jdbcUrl()).isEqualTo(other.get("JDBC_URL"));
    }
}
