# Each run breaks one rule of a good catalogue of buckets.

variables {
  streams_json   = file("tests/good.streams.json")
  consumers_json = file("tests/good.consumers.json")
  buckets_json   = file("tests/good.buckets.json")
}

run "refuses_a_bucket_named_twice" {
  command = plan

  variables {
    buckets_json = replace(file("tests/good.buckets.json"), "\"buckets\": [", "\"buckets\": [{ \"name\": \"tickets\", \"because\": \"again\", \"max_bytes\": 1 },")
  }

  expect_failures = [output.buckets]
}

run "refuses_an_unknown_field_of_a_bucket" {
  command = plan

  variables {
    buckets_json = replace(file("tests/good.buckets.json"), "\"history\": 1", "\"histroy\": 1")
  }

  expect_failures = [output.buckets]
}

run "refuses_a_bucket_that_does_not_say_why" {
  command = plan

  variables {
    buckets_json = replace(file("tests/good.buckets.json"), "\"because\": \"used tickets\"", "\"because\": \"\"")
  }

  expect_failures = [output.buckets]
}

run "refuses_an_unknown_storage_of_a_bucket" {
  command = plan

  variables {
    buckets_json = replace(file("tests/good.buckets.json"), "\"storage\": \"memory\"", "\"storage\": \"disk\"")
  }

  expect_failures = [output.buckets]
}

run "refuses_a_bucket_without_max_bytes" {
  command = plan

  variables {
    buckets_json = replace(file("tests/good.buckets.json"), ", \"max_bytes\": 67108864", "")
  }

  expect_failures = [output.buckets]
}

run "refuses_a_history_that_is_too_long" {
  command = plan

  variables {
    buckets_json = replace(file("tests/good.buckets.json"), "\"history\": 1", "\"history\": 65")
  }

  expect_failures = [output.buckets]
}

run "refuses_no_history" {
  command = plan

  variables {
    buckets_json = replace(file("tests/good.buckets.json"), "\"history\": 1", "\"history\": 0")
  }

  expect_failures = [output.buckets]
}

run "refuses_four_replicas_of_a_bucket" {
  command = plan

  variables {
    buckets_json = replace(file("tests/good.buckets.json"), "\"history\": 1", "\"replicas\": 4")
  }

  expect_failures = [output.buckets]
}
