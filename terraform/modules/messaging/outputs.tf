output "stream_ids" {
  description = "The provider's id of each stream by name, which is also what imports it."
  value       = local.stream_ids
}

output "consumer_ids" {
  description = "The provider's id of each durable consumer by stream/name, which is also what imports it."
  value       = local.consumer_ids
}

output "bucket_ids" {
  description = "The provider's id of each bucket by name, which is also what imports it."
  value       = local.bucket_ids
}
