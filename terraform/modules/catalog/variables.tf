variable "messaging_folder" {
  description = "Folder with streams.json, consumers.json and buckets.json; null is infra/messaging of this repository."
  type        = string
  default     = null
}

variable "streams_json" {
  description = "Text to read instead of the folder's streams.json."
  type        = string
  default     = null
}

variable "consumers_json" {
  description = "Text to read instead of the folder's consumers.json."
  type        = string
  default     = null
}

variable "buckets_json" {
  description = "Text to read instead of the folder's buckets.json."
  type        = string
  default     = null
}
