# Each run breaks one rule of a good catalogue of consumers.

variables {
  streams_json   = file("tests/good.streams.json")
  consumers_json = file("tests/good.consumers.json")
  buckets_json   = file("tests/good.buckets.json")
}

run "refuses_a_consumer_named_twice" {
  command = plan

  variables {
    consumers_json = replace(file("tests/good.consumers.json"), "\"name\": \"mails\"", "\"name\": \"reports\"")
  }

  expect_failures = [output.consumers]
}

run "refuses_an_unknown_field_of_a_consumer" {
  command = plan

  variables {
    consumers_json = replace(file("tests/good.consumers.json"), "\"max_deliver\": 8", "\"max_deliver\": 8, \"max_delivery\": 8")
  }

  expect_failures = [output.consumers]
}

run "refuses_a_consumer_of_an_unknown_stream" {
  command = plan

  variables {
    consumers_json = replace(file("tests/good.consumers.json"), "\"stream\": \"COMMANDS\"", "\"stream\": \"COMANDS\"")
  }

  expect_failures = [output.consumers]
}

run "refuses_a_consumer_that_does_not_say_why" {
  command = plan

  variables {
    consumers_json = replace(file("tests/good.consumers.json"), "\"because\": \"mails\"", "\"because\": \"\"")
  }

  expect_failures = [output.consumers]
}

run "refuses_a_consumer_without_a_filter" {
  command = plan

  variables {
    consumers_json = replace(file("tests/good.consumers.json"), "[\"cmd.order.>\"]", "[]")
  }

  expect_failures = [output.consumers]
}

run "refuses_an_unknown_start" {
  command = plan

  variables {
    consumers_json = replace(file("tests/good.consumers.json"), "\"max_deliver\": 8", "\"max_deliver\": 8, \"deliver\": \"last\"")
  }

  expect_failures = [output.consumers]
}

run "refuses_no_deliveries" {
  command = plan

  variables {
    consumers_json = replace(file("tests/good.consumers.json"), "\"max_deliver\": 8", "\"max_deliver\": 0")
  }

  expect_failures = [output.consumers]
}

run "refuses_deliveries_without_end" {
  command = plan

  variables {
    consumers_json = replace(file("tests/good.consumers.json"), "\"max_deliver\": 8", "\"max_deliver\": -1")
  }

  expect_failures = [output.consumers]
}

run "refuses_a_consumer_that_does_not_limit_deliveries" {
  command = plan

  variables {
    consumers_json = replace(file("tests/good.consumers.json"), ", \"max_deliver\": 8", "")
  }

  expect_failures = [output.consumers]
}

run "refuses_not_to_wait_for_an_acknowledgement" {
  command = plan

  variables {
    consumers_json = replace(file("tests/good.consumers.json"), "\"max_deliver\": 8", "\"max_deliver\": 8, \"ack_wait_seconds\": 0")
  }

  expect_failures = [output.consumers]
}

run "refuses_no_message_under_way" {
  command = plan

  variables {
    consumers_json = replace(file("tests/good.consumers.json"), "\"max_deliver\": 8", "\"max_deliver\": 8, \"max_ack_pending\": 0")
  }

  expect_failures = [output.consumers]
}

run "refuses_overlapping_filters_of_a_work_queue" {
  command = plan

  variables {
    consumers_json = replace(file("tests/good.consumers.json"), "[\"work.mail.*\"]", "[\"work.*.daily\"]")
  }

  expect_failures = [output.consumers]
}

run "refuses_overlapping_filters_of_one_consumer" {
  command = plan

  variables {
    consumers_json = replace(file("tests/good.consumers.json"), "[\"cmd.order.>\"]", "[\"cmd.order.>\", \"cmd.*.submit\"]")
  }

  expect_failures = [output.consumers]
}

run "refuses_a_filter_that_meets_no_subject" {
  command = plan

  variables {
    consumers_json = replace(file("tests/good.consumers.json"), "[\"work.mail.*\"]", "[\"wrok.mail.*\"]")
  }

  expect_failures = [output.consumers]
}
