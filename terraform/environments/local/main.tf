locals {
  servers = var.servers == null ? jsondecode(file("${var.data_folder}/ready.json")).nats : var.servers
}

provider "jetstream" {
  servers = local.servers
}

module "messaging" {
  source = "../../modules/messaging"
}

# The floor made its streams before it was ready. What the state knows already is not imported again.

import {
  for_each = var.adopt ? module.messaging.stream_ids : {}
  to       = module.messaging.jetstream_stream.this[each.key]
  id       = each.value
}

import {
  for_each = var.adopt ? module.messaging.consumer_ids : {}
  to       = module.messaging.jetstream_consumer.this[each.key]
  id       = each.value
}

import {
  for_each = var.adopt ? module.messaging.bucket_ids : {}
  to       = module.messaging.jetstream_kv_bucket.this[each.key]
  id       = each.value
}
