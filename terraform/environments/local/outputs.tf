output "servers" {
  description = "The NATS servers that were planned against."
  value       = local.servers
}

output "kept" {
  description = "Names of what Terraform keeps as infra/messaging says."
  value = {
    streams   = keys(module.messaging.stream_ids)
    consumers = keys(module.messaging.consumer_ids)
    buckets   = keys(module.messaging.bucket_ids)
  }
}
