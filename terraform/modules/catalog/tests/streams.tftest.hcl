# Each run breaks one rule of a good catalogue of streams.

variables {
  streams_json   = file("tests/good.streams.json")
  consumers_json = jsonencode({ consumers = [] })
  buckets_json   = file("tests/good.buckets.json")
}

run "refuses_a_stream_named_twice" {
  command = plan

  variables {
    streams_json = replace(file("tests/good.streams.json"), "\"name\": \"WORK\"", "\"name\": \"TIMERS\"")
  }

  expect_failures = [output.streams]
}

run "refuses_an_unknown_field_of_a_stream" {
  command = plan

  variables {
    streams_json = replace(file("tests/good.streams.json"), "\"discard\": \"new\"", "\"discrad\": \"new\"")
  }

  expect_failures = [output.streams]
}

run "refuses_a_stream_name_in_small_letters" {
  command = plan

  variables {
    streams_json = replace(file("tests/good.streams.json"), "\"name\": \"WORK\"", "\"name\": \"work\"")
  }

  expect_failures = [output.streams]
}

run "refuses_a_stream_that_does_not_say_why" {
  command = plan

  variables {
    streams_json = replace(file("tests/good.streams.json"), "\"because\": \"timers\"", "\"because\": \" \"")
  }

  expect_failures = [output.streams]
}

run "refuses_a_stream_without_subjects" {
  command = plan

  variables {
    streams_json = replace(file("tests/good.streams.json"), "\"subjects\": [\"timer.>\"]", "\"subjects\": []")
  }

  expect_failures = [output.streams]
}

run "refuses_an_unknown_storage" {
  command = plan

  variables {
    streams_json = replace(file("tests/good.streams.json"), "\"storage\": \"file\"", "\"storage\": \"tape\"")
  }

  expect_failures = [output.streams]
}

run "refuses_an_unknown_retention" {
  command = plan

  variables {
    streams_json = replace(file("tests/good.streams.json"), "\"retention\": \"workqueue\"", "\"retention\": \"for-ever\"")
  }

  expect_failures = [output.streams]
}

run "refuses_an_unknown_discard" {
  command = plan

  variables {
    streams_json = replace(file("tests/good.streams.json"), "\"discard\": \"new\"", "\"discard\": \"random\"")
  }

  expect_failures = [output.streams]
}

run "refuses_a_stream_without_max_bytes" {
  command = plan

  variables {
    streams_json = replace(file("tests/good.streams.json"), "\"max_bytes\": 4294967296,\n      \"discard\": \"new\"", "\"discard\": \"new\"")
  }

  expect_failures = [output.streams]
}

run "refuses_two_replicas" {
  command = plan

  variables {
    streams_json = replace(file("tests/good.streams.json"), "\"discard\": \"new\"", "\"discard\": \"new\", \"replicas\": 2")
  }

  expect_failures = [output.streams]
}

run "refuses_schedules_without_rollup" {
  command = plan

  variables {
    streams_json = replace(file("tests/good.streams.json"), "\"allow_message_schedules\": true,\n      \"allow_rollup\": true", "\"allow_message_schedules\": true")
  }

  expect_failures = [output.streams]
}

run "refuses_schedules_that_discard_the_newest" {
  command = plan

  variables {
    streams_json = replace(file("tests/good.streams.json"), "\"max_bytes\": 1073741824,\n      \"discard\": \"old\"", "\"max_bytes\": 1073741824, \"discard\": \"new\"")
  }

  expect_failures = [output.streams]
}

run "refuses_discard_per_subject_without_a_cap" {
  command = plan

  variables {
    streams_json = replace(file("tests/good.streams.json"), "\"discard\": \"new\"", "\"discard\": \"new\", \"discard_new_per_subject\": true")
  }

  expect_failures = [output.streams]
}

run "refuses_a_duplicate_window_longer_than_messages_live" {
  command = plan

  variables {
    streams_json = replace(file("tests/good.streams.json"), "\"duplicate_window_seconds\": 120", "\"duplicate_window_seconds\": 700000")
  }

  expect_failures = [output.streams]
}

run "refuses_a_work_queue_that_keeps_unmatched_messages_for_ever" {
  command = plan

  variables {
    streams_json = replace(file("tests/good.streams.json"), "\"max_age_seconds\": 86400,", "")
  }

  expect_failures = [output.streams]
}

run "refuses_an_offline_queue_of_another_length" {
  command = plan

  variables {
    streams_json = replace(file("tests/good.streams.json"), "\"max_messages_per_subject\": 101,", "\"max_messages_per_subject\": 100,")
  }

  expect_failures = [output.streams]
}

run "refuses_an_offline_queue_that_drops_the_newest" {
  command = plan

  variables {
    streams_json = replace(file("tests/good.streams.json"), "\"discard\": \"old\",\n      \"republish\"", "\"discard\": \"new\", \"republish\"")
  }

  expect_failures = [output.streams]
}

run "refuses_alerts_of_another_length" {
  command = plan

  variables {
    streams_json = replace(file("tests/good.streams.json"), "\"max_messages_per_subject\": 1001,", "")
  }

  expect_failures = [output.streams]
}

run "refuses_alerts_that_drop_the_newest" {
  command = plan

  variables {
    streams_json = replace(file("tests/good.streams.json"), "\"discard\": \"old\",\n      \"allow_rollup\"", "\"discard\": \"new\", \"allow_rollup\"")
  }

  expect_failures = [output.streams]
}

run "refuses_alerts_that_cannot_be_settled" {
  command = plan

  variables {
    streams_json = replace(file("tests/good.streams.json"), "\"allow_rollup\": true,\n      \"republish\"", "\"republish\"")
  }

  expect_failures = [output.streams]
}

run "refuses_a_malformed_subject" {
  command = plan

  variables {
    streams_json = replace(file("tests/good.streams.json"), "\"timer.>\"", "\"timer.>.x\"")
  }

  expect_failures = [output.streams]
}

run "refuses_equal_subjects" {
  command = plan

  variables {
    streams_json = replace(file("tests/good.streams.json"), "\"work.>\"", "\"cmd.>\"")
  }

  expect_failures = [output.streams]
}

run "refuses_subjects_that_overlap_by_a_wildcard" {
  command = plan

  variables {
    streams_json = replace(file("tests/good.streams.json"), "\"work.>\"", "\"*.order.>\"")
  }

  expect_failures = [output.streams]
}

run "refuses_overlapping_subjects_of_one_stream" {
  command = plan

  variables {
    streams_json = replace(file("tests/good.streams.json"), "\"timer.>\"", "\"timer.>\", \"timer.rfq.*\"")
  }

  expect_failures = [output.streams]
}

run "refuses_to_store_what_it_republishes" {
  command = plan

  variables {
    streams_json = replace(file("tests/good.streams.json"), "live.user.{{wildcard(1)}}", "user.{{wildcard(1)}}")
  }

  expect_failures = [output.streams]
}
