# Every refusal stands at the output that it protects: a module that reads the output cannot be planned with a bad catalogue.

output "streams" {
  description = "Streams by name, every field present: what infra/messaging leaves out has the value that its README names."
  value = { for s in local.streams : s.name => {
    because                  = s.because
    subjects                 = s.subjects
    storage                  = try(s.storage, "file")
    retention                = try(s.retention, "limits")
    discard                  = try(s.discard, "new")
    discard_new_per_subject  = try(s.discard_new_per_subject, false)
    max_bytes                = s.max_bytes
    max_messages             = try(s.max_messages, -1)
    max_messages_per_subject = try(s.max_messages_per_subject, -1)
    max_message_bytes        = try(s.max_message_bytes, -1)
    max_age_seconds          = try(s.max_age_seconds, 0)
    duplicate_window_seconds = try(s.duplicate_window_seconds, min(120, try(s.max_age_seconds, 120)))
    allow_direct             = try(s.allow_direct, false)
    allow_atomic             = try(s.allow_atomic, false)
    allow_rollup             = try(s.allow_rollup, false)
    allow_message_ttl        = try(s.allow_message_ttl, false)
    allow_message_schedules  = try(s.allow_message_schedules, false)
    deny_delete              = try(s.deny_delete, false)
    deny_purge               = try(s.deny_purge, false)
    replicas                 = try(s.replicas, 1)
    republish                = try(s.republish, null)
  } }

  precondition {
    condition     = length(distinct(local.stream_names)) == length(local.stream_names)
    error_message = "A stream is named twice."
  }

  precondition {
    condition     = length(local.stream_faults.unknown_field) == 0
    error_message = "Streams with an unknown field: ${join(", ", local.stream_faults.unknown_field)}."
  }

  precondition {
    condition     = length(local.stream_faults.name) == 0
    error_message = "Stream names are capitals and underscores: ${join(", ", local.stream_faults.name)}."
  }

  precondition {
    condition     = length(local.stream_faults.because) == 0
    error_message = "Streams that do not say why they exist: ${join(", ", local.stream_faults.because)}."
  }

  precondition {
    condition     = length(local.stream_faults.subjects) == 0
    error_message = "Streams without a subject: ${join(", ", local.stream_faults.subjects)}."
  }

  precondition {
    condition     = length(local.stream_faults.storage) == 0
    error_message = "Storage is file or memory: ${join(", ", local.stream_faults.storage)}."
  }

  precondition {
    condition     = length(local.stream_faults.retention) == 0
    error_message = "Retention is limits, interest or workqueue: ${join(", ", local.stream_faults.retention)}."
  }

  precondition {
    condition     = length(local.stream_faults.discard) == 0
    error_message = "Discard is new or old: ${join(", ", local.stream_faults.discard)}."
  }

  precondition {
    condition     = length(local.stream_faults.max_bytes) == 0
    error_message = "A stream without max_bytes fills the disk, after which the server does not recover by itself: ${join(", ", local.stream_faults.max_bytes)}."
  }

  precondition {
    condition     = length(local.stream_faults.replicas) == 0
    error_message = "Replicas are 1, 3 or 5: ${join(", ", local.stream_faults.replicas)}."
  }

  precondition {
    condition     = length(local.stream_faults.schedules) == 0
    error_message = "Message schedules need allow_rollup and discard old: ${join(", ", local.stream_faults.schedules)}."
  }

  precondition {
    condition     = length(local.stream_faults.discard_per_subject) == 0
    error_message = "discard_new_per_subject needs discard new and max_messages_per_subject: ${join(", ", local.stream_faults.discard_per_subject)}."
  }

  precondition {
    condition     = length(local.stream_faults.duplicate_window) == 0
    error_message = "The duplicate window is longer than messages live: ${join(", ", local.stream_faults.duplicate_window)}."
  }

  precondition {
    condition     = length(local.stream_faults.work_queue_age) == 0
    error_message = "A work queue keeps what no filter matches for ever unless it has max_age_seconds: ${join(", ", local.stream_faults.work_queue_age)}."
  }

  precondition {
    condition     = length(local.stream_faults.offline_queue) == 0
    error_message = "The offline queue holds 100 messages per user and the one before them, and drops the oldest: ${join(", ", local.stream_faults.offline_queue)}."
  }

  precondition {
    condition     = length(local.stream_faults.settled_alerts) == 0
    error_message = "ALERTS holds 1,000 messages per user and the one before them, drops the oldest, and allows rollups: ${join(", ", local.stream_faults.settled_alerts)}."
  }

  precondition {
    condition     = alltrue([for s in local.subjects : can(regex(local.subject_form, s.text)) || s.text == ">"])
    error_message = "A subject is no list of tokens: ${join(", ", [for s in local.subjects : s.text if !can(regex(local.subject_form, s.text))])}."
  }

  precondition {
    condition     = length(local.meetings.subjects) == 0
    error_message = "Subjects overlap: ${join("; ", local.meetings.subjects)}."
  }

  precondition {
    condition     = length(local.meetings.loop) == 0
    error_message = "A stream would store what it republishes: ${join("; ", local.meetings.loop)}."
  }
}

output "consumers" {
  description = "Durable pull consumers of work functions by stream/name, every field present."
  value = { for c in local.consumers : "${c.stream}/${c.name}" => {
    name             = c.name
    stream           = c.stream
    because          = c.because
    filter_subjects  = c.filter_subjects
    deliver          = try(c.deliver, "all")
    ack_wait_seconds = try(c.ack_wait_seconds, 30)
    max_deliver      = c.max_deliver
    max_ack_pending  = try(c.max_ack_pending, 256)
  } }

  precondition {
    condition     = length(distinct([for c in local.consumers : "${c.stream}/${c.name}"])) == length(local.consumers)
    error_message = "A consumer of a stream is named twice."
  }

  precondition {
    condition     = length(local.consumer_faults.unknown_field) == 0
    error_message = "Consumers with an unknown field: ${join(", ", local.consumer_faults.unknown_field)}."
  }

  precondition {
    condition     = length(local.consumer_faults.unknown_stream) == 0
    error_message = "Consumers of an unknown stream: ${join(", ", local.consumer_faults.unknown_stream)}."
  }

  precondition {
    condition     = length(local.consumer_faults.because) == 0
    error_message = "Consumers that do not say why they exist: ${join(", ", local.consumer_faults.because)}."
  }

  precondition {
    condition     = length(local.consumer_faults.filters) == 0
    error_message = "Consumers without a filter: ${join(", ", local.consumer_faults.filters)}."
  }

  precondition {
    condition     = length(local.consumer_faults.deliver) == 0
    error_message = "Deliver is all or new: ${join(", ", local.consumer_faults.deliver)}."
  }

  precondition {
    condition     = length(local.consumer_faults.max_deliver) == 0
    error_message = "A consumer without max_deliver above 0 tries a poisonous message for ever: ${join(", ", local.consumer_faults.max_deliver)}."
  }

  precondition {
    condition     = length(local.consumer_faults.ack_wait) == 0
    error_message = "An acknowledgement is waited for longer than 0 s: ${join(", ", local.consumer_faults.ack_wait)}."
  }

  precondition {
    condition     = length(local.consumer_faults.max_ack_pending) == 0
    error_message = "max_ack_pending is above 0: ${join(", ", local.consumer_faults.max_ack_pending)}."
  }

  precondition {
    condition     = length(local.meetings.filters) == 0
    error_message = "Filters of a consumer or of a work queue overlap: ${join("; ", local.meetings.filters)}."
  }

  precondition {
    condition     = length(local.homeless_filters) == 0
    error_message = "A filter meets no subject of its stream: ${join("; ", local.homeless_filters)}."
  }
}

output "buckets" {
  description = "Key-value buckets by name, every field present."
  value = { for b in local.buckets : b.name => {
    because              = b.because
    storage              = try(b.storage, "file")
    history              = try(b.history, 1)
    ttl_seconds          = try(b.ttl_seconds, 0)
    max_bytes            = b.max_bytes
    max_value_bytes      = try(b.max_value_bytes, -1)
    limit_marker_seconds = try(b.limit_marker_seconds, null)
    replicas             = try(b.replicas, 1)
  } }

  precondition {
    condition     = length(distinct([for b in local.buckets : b.name])) == length(local.buckets)
    error_message = "A bucket is named twice."
  }

  precondition {
    condition     = length(local.bucket_faults.unknown_field) == 0
    error_message = "Buckets with an unknown field: ${join(", ", local.bucket_faults.unknown_field)}."
  }

  precondition {
    condition     = length(local.bucket_faults.because) == 0
    error_message = "Buckets that do not say why they exist: ${join(", ", local.bucket_faults.because)}."
  }

  precondition {
    condition     = length(local.bucket_faults.storage) == 0
    error_message = "Storage is file or memory: ${join(", ", local.bucket_faults.storage)}."
  }

  precondition {
    condition     = length(local.bucket_faults.max_bytes) == 0
    error_message = "A bucket without max_bytes fills the disk: ${join(", ", local.bucket_faults.max_bytes)}."
  }

  precondition {
    condition     = length(local.bucket_faults.history) == 0
    error_message = "History is 1 to 64: ${join(", ", local.bucket_faults.history)}."
  }

  precondition {
    condition     = length(local.bucket_faults.replicas) == 0
    error_message = "Replicas are 1, 3 or 5: ${join(", ", local.bucket_faults.replicas)}."
  }
}
