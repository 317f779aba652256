package io.ringside.rules.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.rules.tree.Repository;
import io.ringside.rules.tree.SourceFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A small catalogue that is carried whole, and each way to lose a field of it. */
class PlantedTerraformTest {
    private static final String FIELDS = """
            locals {
              stream_fields = toset([
                "name", "because", "max_bytes",
              ])
              consumer_fields = toset(["name", "stream"])
              bucket_fields = toset(["name", "history"])
            }
            """;

    private static final String OUTPUTS = """
            output "streams" {
              value = { for s in local.streams : s.name => {
                because   = s.because
                max_bytes = s.max_bytes
              } }

              precondition {
                condition     = length(local.streams) > 0
              }
            }

            output "consumers" {
              value = { for c in local.consumers : "${c.stream}/${c.name}" => {
                name   = c.name
                stream = c.stream
              } }
            }

            output "buckets" {
              value = { for b in local.buckets : b.name => {
                history = try(b.history, 1)
              } }
            }
            """;

    private static final String RESOURCES = """
            resource "jetstream_stream" "this" {
              for_each    = module.catalog.streams
              description = each.value.because
              max_bytes   = each.value.max_bytes
              lifecycle {
                prevent_destroy = true
              }
            }

            resource "jetstream_consumer" "this" {
              for_each     = module.catalog.consumers
              durable_name = each.value.name
              stream_id    = jetstream_stream.this[each.value.stream].id
              lifecycle {
                prevent_destroy = true
              }
            }

            resource "jetstream_kv_bucket" "this" {
              for_each = module.catalog.buckets
              history  = each.value.history
              lifecycle {
                prevent_destroy = true
              }
            }
            """;

    @Test
    void aCatalogueThatIsCarriedWholeIsAccepted() {
        assertThat(broken(FIELDS, OUTPUTS, RESOURCES)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'max_bytes   = each.value.max_bytes' | '' | forgets 'max_bytes' of streams",
                "max_bytes   = each | '# max_bytes = each' | forgets 'max_bytes' of streams",
                "each.value.max_bytes | each.value.max_bytes_a_day | forgets 'max_bytes' of streams",
                "this[each.value.stream].id | this[each.key].id | forgets 'stream' of consumers",
                "= module.catalog.buckets | = module.other.buckets | carries no buckets",
                "'consumers\n  durable_name' | 'streams\n  durable_name' | carries no consumers",
                "prevent_destroy = true | prevent_destroy = false | streams may be destroyed"
            })
    void findsWhatTheResourcesForget(String carried, String instead, String what) {
        assertThat(broken(FIELDS, OUTPUTS, RESOURCES.replace(carried, instead))).contains(what);
    }

    @Test
    void findsWhatTheOutputsForget() {
        assertThat(broken(FIELDS, OUTPUTS.replace("    max_bytes = s.max_bytes\n", ""), RESOURCES))
                .containsExactly("puts out streams without 'max_bytes'");
    }

    @Test
    void findsThatThereIsNothingToLookAt() {
        assertThat(broken("", OUTPUTS, RESOURCES))
                .containsExactly(
                        "names no fields of streams", "names no fields of consumers", "names no fields of buckets");
        assertThat(broken(FIELDS, OUTPUTS, ""))
                .containsExactly("carries no streams", "carries no consumers", "carries no buckets");
    }

    private static List<String> broken(String fields, String outputs, String resources) {
        List<SourceFile> files = List.of(
                new SourceFile(CarriedFields.FIELDS, fields),
                new SourceFile(CarriedFields.OUTPUTS, outputs),
                new SourceFile(CarriedFields.RESOURCES, resources));
        return new CarriedFields()
                .breaches(new Repository(Path.of("."), files)).stream()
                        .map(Breach::what)
                        .toList();
    }
}
