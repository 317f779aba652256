variable "servers" {
  description = "NATS servers, separated by commas; null is the server of the running floor, as its ready.json says."
  type        = string
  default     = null

  validation {
    condition = var.servers == null ? true : alltrue([
      for server in split(",", var.servers) : can(regex("^(nats|tls|ws|wss)://[^/]+$", trimspace(server)))
    ])
    error_message = "Servers are addresses like nats://127.0.0.1:4222."
  }
}

variable "data_folder" {
  description = "Data folder of the floor (--data of infra/up); its ready.json exists while the floor runs."
  type        = string
  default     = "../../../.ringside"
}

variable "adopt" {
  description = "Take over what the floor has already made. False for a server that has nothing yet."
  type        = bool
  default     = true
}
