variable "messaging_folder" {
  description = "Folder with streams.json, consumers.json and buckets.json; null is infra/messaging of this repository."
  type        = string
  default     = null

  validation {
    condition = var.messaging_folder == null ? true : alltrue([
      for file in ["streams.json", "consumers.json", "buckets.json"] : fileexists("${var.messaging_folder}/${file}")
    ])
    error_message = "The folder holds streams.json, consumers.json and buckets.json."
  }
}
