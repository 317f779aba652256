package io.ringside.provision.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.provision.ProvisionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagingCatalogTest {
    private static final String STREAM = "{'name':'A','because':'b','subjects':['a.>']}";

    private final Path folder;

    MessagingCatalogTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void whatAStreamLeavesOutHasTheDocumentedValue() throws IOException {
        StreamPlan plan = read("[" + STREAM + "]", "[]", "[]").streams().getFirst();
        assertThat(plan.storage()).isEqualTo("file");
        assertThat(plan.discard()).isEqualTo("new");
        assertThat(plan.maxBytes()).isEqualTo(-1);
        assertThat(plan.maxAge()).isEqualTo(Duration.ZERO);
        assertThat(plan.duplicateWindow()).isEqualTo(Duration.ofSeconds(120));
        assertThat(plan.allowDirect()).isFalse();
    }

    @Test
    void theDuplicateWindowIsNoLongerThanTheMessagesLive() throws IOException {
        String shortLived = STREAM.replace("'because'", "'max_age_seconds':10,'because'");
        assertThat(read("[" + shortLived + "]", "[]", "[]").streams().getFirst().duplicateWindow())
                .isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void consumersAndBucketsAreRead() throws IOException {
        MessagingCatalog catalog = read(
                "[" + STREAM + "]",
                "[{'name':'c','stream':'A','because':'b','filter_subjects':['a.b'],'ack_wait_seconds':60}]",
                "[{'name':'k','because':'b','storage':'memory','ttl_seconds':5,'limit_marker_seconds':9}]");
        assertThat(catalog.consumers())
                .containsExactly(
                        new ConsumerPlan("c", "A", "b", List.of("a.b"), "all", Duration.ofSeconds(60), -1, 256));
        assertThat(catalog.buckets().getFirst().limitMarker()).contains(Duration.ofSeconds(9));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'max_byte':1 | streams.json: A has the unknown field 'max_byte'",
                "'storage':'disk' | 'storage' must be one of [file, memory]",
                "'max_bytes':0 | 'max_bytes' must be a number above 0",
                "'max_bytes':'many' | 'max_bytes' must be a number above 0",
                "'allow_direct':1 | 'allow_direct' must be true or false",
                "'republish':{'source':'a'} | A.republish has no 'destination'",
                "'republish':{'source':'a','destination':'b','to':'c'} | A.republish has the unknown field 'to'"
            })
    void whatAStreamCannotMeanIsRefusedByName(String field, String message) {
        String stream = STREAM.replace("'because'", field + ",'because'");
        assertThatThrownBy(() -> read("[" + stream + "]", "[]", "[]"))
                .isInstanceOf(ProvisionException.class)
                .hasMessageContaining(message);
    }

    @Test
    void inconsistentFilesAreRefused() {
        assertThatThrownBy(() -> read("[" + STREAM + "," + STREAM + "]", "[]", "[]"))
                .hasMessage("streams.json names A twice");
        assertThatThrownBy(() -> read(
                        "[" + STREAM + "]",
                        "[{'name':'c','stream':'B','because':'b','filter_subjects':['a.b']}]",
                        "[]"))
                .hasMessageContaining("c reads the unknown stream 'B'");
        assertThatThrownBy(() -> read("[{'because':'b'}]", "[]", "[]")).hasMessageContaining("has no 'name'");
        assertThatThrownBy(() -> read("[1]", "[]", "[]")).hasMessageContaining("is not a JSON object");
        assertThatThrownBy(() -> read("{", "[]", "[]")).hasMessageContaining("cannot read");
    }

    private MessagingCatalog read(String streams, String consumers, String buckets) throws IOException {
        write("streams", streams);
        write("consumers", consumers);
        write("buckets", buckets);
        return MessagingCatalog.read(folder);
    }

    private void write(String name, String entries) throws IOException {
        Files.writeString(folder.resolve(name + ".json"), ("{'" + name + "':" + entries + "}").replace('\'', '"'));
    }
}
