# Which server is meant, and what is taken over from it.

mock_provider "jetstream" {
  override_resource {
    target = module.messaging.jetstream_stream.this
  }

  override_resource {
    target = module.messaging.jetstream_consumer.this
  }

  override_resource {
    target = module.messaging.jetstream_kv_bucket.this
  }
}

run "means_the_server_of_the_running_floor" {
  command = plan

  variables {
    data_folder = "tests/floor"
    adopt       = false
  }

  assert {
    condition     = output.servers == "nats://127.0.0.1:24001"
    error_message = "Another server than that of ready.json."
  }
}

run "means_the_servers_that_it_is_told" {
  command = plan

  variables {
    data_folder = "tests/floor"
    servers     = "nats://a:4222,tls://b:4222"
    adopt       = false
  }

  assert {
    condition     = output.servers == "nats://a:4222,tls://b:4222"
    error_message = "Another server than the one that was named."
  }
}

run "keeps_what_the_floor_made" {
  command = plan

  variables {
    servers = "nats://127.0.0.1:4222"
  }

  assert {
    condition     = contains(output.kept.streams, "COMMANDS") && contains(output.kept.buckets, "tickets")
    error_message = "What the floor made is not kept."
  }
}

run "refuses_an_address_that_is_none" {
  command = plan

  variables {
    servers = "127.0.0.1:4222"
    adopt   = false
  }

  expect_failures = [var.servers]
}
