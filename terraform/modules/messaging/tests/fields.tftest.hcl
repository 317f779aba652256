# Each field of the catalogue arrives in the argument that carries it. A mocked provider leaves null what nobody set, so a
# forgotten field is seen whatever the provider would make of it.

mock_provider "jetstream" {
  override_during = plan

  override_resource {
    target = jetstream_stream.this["FULL"]
    values = { id = "JETSTREAM_STREAM_FULL" }
  }

  override_resource {
    target = jetstream_stream.this["TIMED"]
    values = { id = "JETSTREAM_STREAM_TIMED" }
  }
}

variables {
  messaging_folder = "tests/every-field"
}

run "a_stream_arrives_with_every_field" {
  command = plan

  variables {
    expected = {
      name                    = "FULL"
      description             = "every field that a stream can have at once"
      subjects                = ["full.b", "full.a.>"]
      storage                 = "memory"
      retention               = "workqueue"
      discard                 = "new"
      discard_new_per_subject = true
      max_bytes               = 1001
      max_msgs                = 1002
      max_msgs_per_subject    = 1003
      max_msg_size            = 1004
      max_age                 = 1005
      duplicate_window        = 1000
      allow_direct            = false
      allow_atomic            = true
      allow_rollup_hdrs       = false
      allow_msg_ttl           = false
      allow_msg_schedules     = false
      deny_delete             = true
      deny_purge              = true
      replicas                = 3
      republish_source        = "full.a.>"
      republish_destination   = "live.full.>"
      republish_headers_only  = null
    }
  }

  assert {
    condition     = alltrue([for argument, value in var.expected : jsonencode(jetstream_stream.this["FULL"][argument]) == jsonencode(value)])
    error_message = "Another value: ${join(", ", [for argument, value in var.expected : argument if jsonencode(jetstream_stream.this["FULL"][argument]) != jsonencode(value)])}."
  }
}

run "a_stream_that_may_be_rolled_up_expire_and_schedule_arrives" {
  command = plan

  variables {
    expected = {
      name                    = "TIMED"
      description             = "what a server refuses beside the fields of the other"
      subjects                = ["timed.>"]
      storage                 = "file"
      retention               = "limits"
      discard                 = "old"
      discard_new_per_subject = false
      max_bytes               = 1007
      max_msgs                = -1
      max_msgs_per_subject    = -1
      max_msg_size            = -1
      max_age                 = 0
      duplicate_window        = 120
      allow_direct            = true
      allow_atomic            = false
      allow_rollup_hdrs       = true
      allow_msg_ttl           = true
      allow_msg_schedules     = true
      deny_delete             = false
      deny_purge              = false
      replicas                = 1
      republish_source        = null
      republish_destination   = null
    }
  }

  assert {
    condition     = alltrue([for argument, value in var.expected : jsonencode(jetstream_stream.this["TIMED"][argument]) == jsonencode(value)])
    error_message = "Another value: ${join(", ", [for argument, value in var.expected : argument if jsonencode(jetstream_stream.this["TIMED"][argument]) != jsonencode(value)])}."
  }
}

run "a_consumer_of_two_filters_arrives" {
  command = plan

  variables {
    expected = {
      stream_id       = "JETSTREAM_STREAM_TIMED"
      durable_name    = "first"
      description     = "two filters, from the beginning"
      filter_subject  = null
      filter_subjects = ["timed.b.*", "timed.a.*"]
      deliver_all     = true
      deliver_new     = null
      ack_policy      = "explicit"
      ack_wait        = 61
      max_delivery    = 7
      max_ack_pending = 99
    }
  }

  assert {
    condition     = alltrue([for argument, value in var.expected : jsonencode(jetstream_consumer.this["TIMED/first"][argument]) == jsonencode(value)])
    error_message = "Another value: ${join(", ", [for argument, value in var.expected : argument if jsonencode(jetstream_consumer.this["TIMED/first"][argument]) != jsonencode(value)])}."
  }
}

run "a_consumer_of_one_filter_from_now_on_arrives" {
  command = plan

  variables {
    expected = {
      stream_id       = "JETSTREAM_STREAM_FULL"
      durable_name    = "second"
      description     = "one filter, from now on"
      filter_subject  = "full.a.*"
      filter_subjects = null
      deliver_all     = null
      deliver_new     = true
      ack_policy      = "explicit"
      ack_wait        = 30
      max_delivery    = 8
      max_ack_pending = 256
    }
  }

  assert {
    condition     = alltrue([for argument, value in var.expected : jsonencode(jetstream_consumer.this["FULL/second"][argument]) == jsonencode(value)])
    error_message = "Another value: ${join(", ", [for argument, value in var.expected : argument if jsonencode(jetstream_consumer.this["FULL/second"][argument]) != jsonencode(value)])}."
  }
}

run "a_bucket_whose_keys_expire_arrives" {
  command = plan

  variables {
    expected = {
      name             = "full"
      description      = "every field of a bucket"
      storage          = "memory"
      history          = 2
      ttl              = 62
      max_bucket_size  = 1008
      max_value_size   = 1009
      limit_marker_ttl = 63
      replicas         = 3
    }
  }

  assert {
    condition     = alltrue([for argument, value in var.expected : jsonencode(jetstream_kv_bucket.this["full"][argument]) == jsonencode(value)])
    error_message = "Another value: ${join(", ", [for argument, value in var.expected : argument if jsonencode(jetstream_kv_bucket.this["full"][argument]) != jsonencode(value)])}."
  }
}

run "a_bucket_of_defaults_arrives" {
  command = plan

  variables {
    expected = {
      name             = "plain"
      description      = "only what must be said"
      storage          = "file"
      history          = 1
      ttl              = 0
      max_bucket_size  = 1010
      max_value_size   = -1
      limit_marker_ttl = 0
      replicas         = 1
    }
  }

  assert {
    condition     = alltrue([for argument, value in var.expected : jsonencode(jetstream_kv_bucket.this["plain"][argument]) == jsonencode(value)])
    error_message = "Another value: ${join(", ", [for argument, value in var.expected : argument if jsonencode(jetstream_kv_bucket.this["plain"][argument]) != jsonencode(value)])}."
  }
}
