package io.ringside.gateway.documents;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.generator.impl.DefinitionKey;
import com.github.victools.jsonschema.generator.naming.SchemaDefinitionNamingStrategy;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON Schemas (2020-12) of the records that go over the wire. What a server sends may get more fields, and stays open;
 * what a client sends is refused for a field too many, and is closed.
 */
final class Schemas {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final String FOLDER = "components/schemas";

    private final Comments comments = new Comments();
    private final SchemaBuilder builder;

    Schemas(BodyRules rules) {
        builder = new SchemaGenerator(config(rules).build()).buildMultipleSchemaDefinitions();
    }

    /** What stands for this type in a document; its schema is one of {@link #all()} from now on. */
    ObjectNode of(Type type) {
        return builder.createSchemaReference(type);
    }

    /** The schemas of everything that was asked for, and what they need. */
    ObjectNode all() {
        return builder.collectDefinitions(FOLDER);
    }

    private SchemaGeneratorConfigBuilder config(BodyRules rules) {
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(
                        JSON, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.DEFINITIONS_FOR_ALL_OBJECTS, Option.PLAIN_DEFINITION_KEYS)
                .with(Option.EXTRA_OPEN_API_FORMAT_VALUES, Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES);
        config.forTypesInGeneral()
                .withPropertySorter((one, other) -> 0)
                .withDefinitionNamingStrategy(new Names())
                .withDescriptionResolver(
                        scope -> comments.of(scope.getType().getErasedType()).orElse(null))
                .withStringFormatResolver(scope -> scope.getType().getErasedType() == LocalDate.class ? "date" : null)
                .withAdditionalPropertiesResolver(
                        scope -> rules.isBody(scope.getType().getErasedType()) ? Void.class : null)
                .withTypeAttributeOverride(
                        (node, scope, context) -> rules.add(scope.getType().getErasedType(), node));
        config.forFields()
                .withIgnoreCheck(field -> rules.isLeftOut(record(field), field.getName()))
                .withRequiredCheck(field -> isAlwaysThere(field) || rules.isRequired(record(field), field.getName()))
                .withNullableCheck(field -> rules.isBody(record(field))
                        && !isAlwaysThere(field)
                        && !rules.isRequired(record(field), field.getName()))
                .withDescriptionResolver(field -> field.isFakeContainerItemScope()
                        ? null
                        : comments.of(record(field), field.getName()).orElse(null))
                .withInstanceAttributeOverride((node, field, context) -> {
                    if (field.isFakeContainerItemScope()) {
                        rules.addEntry(record(field), field.getType().getErasedType(), node);
                    } else {
                        rules.add(record(field), field.getName(), node);
                    }
                });
        return config;
    }

    private static Class<?> record(FieldScope field) {
        return field.getDeclaringType().getErasedType();
    }

    /** What may be nothing is absent; so is what is empty, unless the record says that it is written all the same. */
    private static boolean isAlwaysThere(FieldScope field) {
        if (field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            return false;
        }
        Class<?> type = field.getType().getErasedType();
        boolean mayBeEmpty = Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
        JsonInclude told = record(field).getAnnotation(JsonInclude.class);
        return !mayBeEmpty || (told != null && told.value() != JsonInclude.Include.NON_EMPTY);
    }

    /** Nested records are named after what they belong to, those of controllers are not. */
    private static final class Names implements SchemaDefinitionNamingStrategy {
        private static final Map<String, String> OTHERWISE =
                Map.of("Listed", "Instrument", "Own", "OwnPresence", "RfqViewQuote", "RfqQuote", "Session", "SignIn");

        @Override
        public String getDefinitionNameForKey(DefinitionKey key, SchemaGenerationContext context) {
            Class<?> type = key.getType().getErasedType();
            if (Map.class.isAssignableFrom(type)) {
                ResolvedType value = key.getType().getTypeParameters().get(1);
                return value.getErasedType().getSimpleName() + "ByName";
            }
            Class<?> outer = type.getEnclosingClass();
            boolean alone = outer == null || !outer.isRecord();
            String name = alone ? type.getSimpleName() : outer.getSimpleName() + type.getSimpleName();
            return OTHERWISE.getOrDefault(name, name);
        }
    }
}
