# No provider: the catalogue is data and checks, and can be tested on a machine without a network.
terraform {
  required_version = ">= 1.9.0"
}
