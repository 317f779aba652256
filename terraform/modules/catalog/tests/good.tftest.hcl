# What the repository describes is consistent, and a good catalogue comes out with every field present.

run "accepts_the_catalogue_of_this_repository" {
  command = plan

  assert {
    condition     = alltrue([for name in ["COMMANDS", "EVENTS", "INBOX", "QUOTES"] : contains(keys(output.streams), name)])
    error_message = "A stream that the system stands on is missing."
  }

  assert {
    condition     = output.streams["INBOX"].max_messages_per_subject == 101
    error_message = "The offline queue is not 100 messages and the one before them."
  }

  assert {
    condition     = output.streams["ALERTS"].max_messages_per_subject == 1001
    error_message = "Alerts are not 1,000 messages and the one before them."
  }
}

run "fills_in_what_is_left_out" {
  command = plan

  variables {
    streams_json   = file("tests/good.streams.json")
    consumers_json = file("tests/good.consumers.json")
    buckets_json   = file("tests/good.buckets.json")
  }

  assert {
    condition = (
      output.streams["TIMERS"].storage == "file" && output.streams["TIMERS"].retention == "limits"
      && output.streams["WORK"].discard == "new" && output.streams["TIMERS"].replicas == 1
      && output.streams["TIMERS"].duplicate_window_seconds == 120 && output.streams["TIMERS"].republish == null
    )
    error_message = "A stream's defaults are not those of the provisioner."
  }

  assert {
    condition     = output.streams["INBOX"].republish.destination == "live.user.{{wildcard(1)}}"
    error_message = "The republication is lost."
  }

  assert {
    condition     = output.consumers["WORK/mails"].ack_wait_seconds == 30 && output.consumers["WORK/mails"].max_ack_pending == 256
    error_message = "A consumer's defaults are not those of the provisioner."
  }

  assert {
    condition     = output.buckets["tickets"].ttl_seconds == 120 && output.buckets["tickets"].replicas == 1
    error_message = "A bucket's defaults are not those of the provisioner."
  }
}
