terraform {
  required_version = ">= 1.11.0"

  required_providers {
    jetstream = {
      source  = "nats-io/jetstream"
      version = "0.4.0"
    }
  }
}
