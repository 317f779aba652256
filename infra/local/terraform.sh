# Sourced by infra/test. Terraform's checks, which run at the repository's root: some need nothing, some the provider.
# In a step nothing stops at an error by itself: what must hold is joined by &&.

TERRAFORM_PROVIDER=nats-io/jetstream

# Format of everything, and the catalogue, which has no provider.
terraform_tests() {
  unset TF_CLI_CONFIG_FILE
  terraform fmt -check -recursive terraform \
    && cd terraform/modules/catalog \
    && terraform init -backend=false -input=false \
    && terraform test
}

provider_version() {
  sed -nE 's/^ *version *= *"([0-9.]+)"$/\1/p' terraform/modules/messaging/versions.tf
}

# The folder of plugins that has the provider in the pinned version; fails where none of the usual ones has.
provider_folder() {
  local version folder
  version="$(provider_version)"
  for folder in "${RINGSIDE_TF_PLUGINS:-}" "${TF_PLUGIN_CACHE_DIR:-}" "$HOME/.terraform.d/plugins" \
    "${XDG_DATA_HOME:-$HOME/.local/share}/terraform/plugins" /usr/local/share/terraform/plugins \
    /usr/share/terraform/plugins terraform/*/*/.terraform/providers; do
    if [[ -n "$folder" ]] \
      && compgen -G "$folder/*/$TERRAFORM_PROVIDER/$version/*/terraform-provider-*" >/dev/null; then
      (cd "$folder" && pwd)
      return
    fi
  done
  return 1
}

# provider_tests PLUGINS COPY: validates and tests what needs the provider, in a copy, so that what somebody has
# initialised here (providers, their hashes, a state) neither disturbs nor is disturbed.
provider_tests() {
  local plugins="$1" copy="$2" root status=0
  unset TF_CLI_CONFIG_FILE
  rm -rf "$copy" \
    && mkdir -p "$copy" \
    && tar -c --exclude=.terraform --exclude=.terraform.lock.hcl --exclude='*.tfstate*' terraform infra/messaging \
    | tar -x -C "$copy" || return
  for root in modules/messaging environments/local; do
    (
      cd "$copy/terraform/$root" \
        && echo "== terraform/$root" \
        && terraform init -backend=false -input=false -plugin-dir="$plugins" \
        && terraform validate \
        && terraform test
    ) || status=1
  done
  return "$status"
}
