locals {
  folder = coalesce(var.messaging_folder, "${path.module}/../../../infra/messaging")

  streams   = jsondecode(var.streams_json == null ? file("${local.folder}/streams.json") : var.streams_json).streams
  consumers = jsondecode(var.consumers_json == null ? file("${local.folder}/consumers.json") : var.consumers_json).consumers
  buckets   = jsondecode(var.buckets_json == null ? file("${local.folder}/buckets.json") : var.buckets_json).buckets

  # The fields that the provisioner knows. Another one is a typing error that would otherwise be ignored here.
  stream_fields = toset([
    "name", "because", "subjects", "storage", "retention", "discard", "discard_new_per_subject", "max_bytes",
    "max_messages", "max_messages_per_subject", "max_message_bytes", "max_age_seconds", "duplicate_window_seconds",
    "allow_direct", "allow_atomic", "allow_rollup", "allow_message_ttl", "allow_message_schedules", "deny_delete",
    "deny_purge", "replicas", "republish",
  ])
  consumer_fields = toset([
    "name", "stream", "because", "filter_subjects", "deliver", "ack_wait_seconds", "max_deliver", "max_ack_pending",
  ])
  bucket_fields = toset([
    "name", "because", "storage", "history", "ttl_seconds", "max_bytes", "max_value_bytes", "limit_marker_seconds",
    "replicas",
  ])

  # JetStream's replicas form a majority.
  replica_counts = [1, 3, 5]
  # A user's offline queue of 100, and the message before it, which proves that none is missing.
  inbox_messages_per_subject = 101
  # What a gateway replays of a user's alerts, 1,000, and the message before them. PostgreSQL has all that stand.
  alerts_messages_per_subject = 1001
  history_max                 = 64

  stream_names = [for s in local.streams : s.name]
  subject_form = "^([A-Za-z0-9_-]+|\\*)(\\.([A-Za-z0-9_-]+|\\*))*(\\.>)?$"

  # Every subject of every stream, and every filter of every consumer, cut into tokens.
  subjects = flatten([
    for s in local.streams : [for subject in try(s.subjects, []) : { owner = s.name, text = subject, tokens = split(".", subject) }]
  ])
  filters = flatten([
    for c in local.consumers : [
      for subject in try(c.filter_subjects, []) : { owner = "${c.stream}/${c.name}", stream = c.stream, text = subject, tokens = split(".", subject) }
    ]
  ])
  republished = [
    for s in local.streams : {
      owner  = s.name
      text   = s.republish.destination
      tokens = split(".", replace(s.republish.destination, "/\\{\\{[^}]*\\}\\}/", "*"))
    } if can(s.republish)
  ]

  work_queues = [for s in local.streams : s.name if try(s.retention, "limits") == "workqueue"]

  # Two subjects overlap when one message could match both: their tokens agree as far as both go, and what is longer is
  # reached by a trailing ">". The pairs to look at are:
  #   subjects  of any two streams: JetStream stores a message once
  #   filters   of one consumer, or of two consumers of one work queue: JetStream refuses them
  #   home      of a filter and its stream: a filter that meets no subject reads nothing for ever
  #   loop      of what a stream republishes and what it stores
  pairs = flatten([
    [for i, a in local.subjects : [for j, b in local.subjects : { kind = "subjects", a = a, b = b } if i < j]],
    [
      for i, a in local.filters : [
        for j, b in local.filters : { kind = "filters", a = a, b = b }
        if i < j && a.stream == b.stream && (a.owner == b.owner || contains(local.work_queues, a.stream))
      ]
    ],
    [for a in local.filters : [for b in local.subjects : { kind = "home", a = a, b = b } if a.stream == b.owner]],
    [for a in local.republished : [for b in local.subjects : { kind = "loop", a = a, b = b } if a.owner == b.owner]],
  ])
  meeting = [
    for p in local.pairs : p
    if alltrue([
      for i in range(min(length(p.a.tokens), length(p.b.tokens))) :
      p.a.tokens[i] == p.b.tokens[i] || length(setintersection(["*", ">"], [p.a.tokens[i], p.b.tokens[i]])) > 0
    ])
    && (
      length(p.a.tokens) == length(p.b.tokens)
      || (length(p.a.tokens) < length(p.b.tokens) && endswith(p.a.text, ">"))
      || (length(p.a.tokens) > length(p.b.tokens) && endswith(p.b.text, ">"))
    )
  ]
  meetings = {
    for kind in ["subjects", "filters", "loop"] :
    kind => [for p in local.meeting : "${p.a.owner} ${p.a.text} and ${p.b.owner} ${p.b.text}" if p.kind == kind]
  }
  homeless_filters = [
    for f in local.filters : "${f.owner} ${f.text}"
    if contains(local.stream_names, f.stream)
    && !contains([for p in local.meeting : "${p.a.owner} ${p.a.text}" if p.kind == "home"], "${f.owner} ${f.text}")
  ]

  # Names of what breaks each rule; outputs.tf says the rules in words and refuses.
  stream_faults = {
    unknown_field       = [for s in local.streams : s.name if length(setsubtract(keys(s), local.stream_fields)) > 0]
    name                = [for s in local.streams : s.name if !can(regex("^[A-Z][A-Z_]*$", s.name))]
    because             = [for s in local.streams : s.name if length(trimspace(try(s.because, ""))) == 0]
    subjects            = [for s in local.streams : s.name if length(try(s.subjects, [])) == 0]
    storage             = [for s in local.streams : s.name if !contains(["file", "memory"], try(s.storage, "file"))]
    retention           = [for s in local.streams : s.name if !contains(["limits", "interest", "workqueue"], try(s.retention, "limits"))]
    discard             = [for s in local.streams : s.name if !contains(["new", "old"], try(s.discard, "new"))]
    max_bytes           = [for s in local.streams : s.name if try(s.max_bytes, 0) <= 0]
    replicas            = [for s in local.streams : s.name if !contains(local.replica_counts, try(s.replicas, 1))]
    schedules           = [for s in local.streams : s.name if try(s.allow_message_schedules, false) && (!try(s.allow_rollup, false) || try(s.discard, "new") == "new")]
    discard_per_subject = [for s in local.streams : s.name if try(s.discard_new_per_subject, false) && (try(s.discard, "new") != "new" || try(s.max_messages_per_subject, 0) <= 0)]
    duplicate_window    = [for s in local.streams : s.name if try(s.max_age_seconds, 0) > 0 && try(s.duplicate_window_seconds, 0) > try(s.max_age_seconds, 0)]
    work_queue_age      = [for s in local.streams : s.name if try(s.retention, "limits") == "workqueue" && try(s.max_age_seconds, 0) <= 0]
    offline_queue       = [for s in local.streams : s.name if s.name == "INBOX" && (try(s.max_messages_per_subject, 0) != local.inbox_messages_per_subject || try(s.discard, "new") != "old")]
    settled_alerts      = [for s in local.streams : s.name if s.name == "ALERTS" && (try(s.max_messages_per_subject, 0) != local.alerts_messages_per_subject || try(s.discard, "new") != "old" || !try(s.allow_rollup, false))]
  }
  consumer_faults = {
    unknown_field   = [for c in local.consumers : c.name if length(setsubtract(keys(c), local.consumer_fields)) > 0]
    unknown_stream  = [for c in local.consumers : c.name if !contains(local.stream_names, c.stream)]
    because         = [for c in local.consumers : c.name if length(trimspace(try(c.because, ""))) == 0]
    filters         = [for c in local.consumers : c.name if length(try(c.filter_subjects, [])) == 0]
    deliver         = [for c in local.consumers : c.name if !contains(["all", "new"], try(c.deliver, "all"))]
    max_deliver     = [for c in local.consumers : c.name if try(c.max_deliver, 0) <= 0]
    ack_wait        = [for c in local.consumers : c.name if try(c.ack_wait_seconds, 30) <= 0]
    max_ack_pending = [for c in local.consumers : c.name if try(c.max_ack_pending, 256) <= 0]
  }
  bucket_faults = {
    unknown_field = [for b in local.buckets : b.name if length(setsubtract(keys(b), local.bucket_fields)) > 0]
    because       = [for b in local.buckets : b.name if length(trimspace(try(b.because, ""))) == 0]
    storage       = [for b in local.buckets : b.name if !contains(["file", "memory"], try(b.storage, "file"))]
    max_bytes     = [for b in local.buckets : b.name if try(b.max_bytes, 0) <= 0]
    history       = [for b in local.buckets : b.name if try(b.history, 1) < 1 || try(b.history, 1) > local.history_max]
    replicas      = [for b in local.buckets : b.name if !contains(local.replica_counts, try(b.replicas, 1))]
  }
}
