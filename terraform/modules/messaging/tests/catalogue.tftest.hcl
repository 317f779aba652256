# What the repository describes is carried whole, under the ids by which a server's own are imported.

mock_provider "jetstream" {}

run "carries_the_catalogue_of_this_repository" {
  command = plan

  assert {
    condition = (
      toset(keys(jetstream_stream.this)) == toset(jsondecode(file("../../../infra/messaging/streams.json")).streams[*].name)
      && toset(keys(jetstream_kv_bucket.this)) == toset(jsondecode(file("../../../infra/messaging/buckets.json")).buckets[*].name)
      && length(jetstream_consumer.this) == length(jsondecode(file("../../../infra/messaging/consumers.json")).consumers)
    )
    error_message = "A stream, bucket or consumer of infra/messaging is not carried."
  }
}

run "names_what_a_server_has_as_the_provider_does" {
  command = plan

  variables {
    messaging_folder = "tests/every-field"
  }

  assert {
    condition     = output.stream_ids == { FULL = "JETSTREAM_STREAM_FULL", TIMED = "JETSTREAM_STREAM_TIMED" }
    error_message = "The id of a stream is another."
  }

  assert {
    condition = output.consumer_ids == {
      "FULL/second" = "JETSTREAM_STREAM_FULL_CONSUMER_second"
      "TIMED/first" = "JETSTREAM_STREAM_TIMED_CONSUMER_first"
    }
    error_message = "The id of a consumer is another."
  }

  assert {
    condition     = output.bucket_ids == { full = "JETSTREAM_KV_full", plain = "JETSTREAM_KV_plain" }
    error_message = "The id of a bucket is another."
  }
}

run "refuses_a_folder_without_the_three_files" {
  command = plan

  variables {
    messaging_folder = "tests"
  }

  expect_failures = [var.messaging_folder]
}
