#!/bin/bash
# Written by Flotilla's deployer from the catalogue. cloud-init runs it once, as root, when the instance first starts;
# what it says is in /var/log/cloud-init-output.log.
set -Eeuo pipefail
trap 'echo "flotilla: line $LINENO failed: $BASH_COMMAND" >&2' ERR

