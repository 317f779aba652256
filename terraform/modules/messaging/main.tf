module "catalog" {
  source = "../catalog"

  messaging_folder = var.messaging_folder
}

locals {
  # The provider's names for what is on a server, known before anything is created: outputs.tf hands them out for imports.
  stream_ids = { for name in keys(module.catalog.streams) : name => "JETSTREAM_STREAM_${name}" }
  consumer_ids = {
    for key, consumer in module.catalog.consumers :
    key => "${local.stream_ids[consumer.stream]}_CONSUMER_${consumer.name}"
  }
  bucket_ids = { for name in keys(module.catalog.buckets) : name => "JETSTREAM_KV_${name}" }
}

# Nothing here is ever destroyed by an apply: a stream holds what was received, a consumer how far its function came, and
# what a server cannot change in place the provider would change by deleting it first.

resource "jetstream_stream" "this" {
  for_each = module.catalog.streams

  name                    = each.key
  description             = each.value.because
  subjects                = each.value.subjects
  storage                 = each.value.storage
  retention               = each.value.retention
  discard                 = each.value.discard
  discard_new_per_subject = each.value.discard_new_per_subject
  max_bytes               = each.value.max_bytes
  max_msgs                = each.value.max_messages
  max_msgs_per_subject    = each.value.max_messages_per_subject
  max_msg_size            = each.value.max_message_bytes
  max_age                 = each.value.max_age_seconds
  duplicate_window        = each.value.duplicate_window_seconds
  allow_direct            = each.value.allow_direct
  allow_atomic            = each.value.allow_atomic
  allow_rollup_hdrs       = each.value.allow_rollup
  allow_msg_ttl           = each.value.allow_message_ttl
  allow_msg_schedules     = each.value.allow_message_schedules
  deny_delete             = each.value.deny_delete
  deny_purge              = each.value.deny_purge
  replicas                = each.value.replicas
  republish_source        = each.value.republish == null ? null : each.value.republish.source
  republish_destination   = each.value.republish == null ? null : each.value.republish.destination

  lifecycle {
    prevent_destroy = true
  }
}

resource "jetstream_consumer" "this" {
  for_each = module.catalog.consumers

  durable_name = each.value.name
  stream_id    = jetstream_stream.this[each.value.stream].id
  description  = each.value.because

  # A server keeps a single filter in a field of its own, and the provider would see a change in every plan.
  filter_subject  = length(each.value.filter_subjects) == 1 ? each.value.filter_subjects[0] : null
  filter_subjects = length(each.value.filter_subjects) == 1 ? null : each.value.filter_subjects

  deliver_all     = each.value.deliver == "all" ? true : null
  deliver_new     = each.value.deliver == "new" ? true : null
  ack_policy      = "explicit"
  ack_wait        = each.value.ack_wait_seconds
  max_delivery    = each.value.max_deliver
  max_ack_pending = each.value.max_ack_pending

  lifecycle {
    prevent_destroy = true
  }
}

resource "jetstream_kv_bucket" "this" {
  for_each = module.catalog.buckets

  name             = each.key
  description      = each.value.because
  storage          = each.value.storage
  history          = each.value.history
  ttl              = each.value.ttl_seconds
  max_bucket_size  = each.value.max_bytes
  max_value_size   = each.value.max_value_bytes
  limit_marker_ttl = each.value.limit_marker_seconds == null ? 0 : each.value.limit_marker_seconds
  replicas         = each.value.replicas

  lifecycle {
    prevent_destroy = true
  }
}
