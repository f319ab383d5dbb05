# The image that instances of jvm and native apps start from: Ubuntu, Java, the AWS client, the CloudWatch agent.
# What an app is, its service included, comes from user data; so one image serves the whole fleet.
packer {
  required_plugins {
    amazon = { source = "github.com/hashicorp/amazon", version = ">= 1.3.0" }
  }
}

variable "region" {
  type    = string
  default = "us-east-1"
}

variable "architecture" {
  type    = string
  default = "arm64"
  validation {
    condition     = contains(["arm64", "amd64"], var.architecture)
    error_message = "The architecture is arm64 (t4g) or amd64 (t3a)."
  }
}

source "amazon-ebs" "flotilla" {
  region        = var.region
  instance_type = var.architecture == "arm64" ? "t4g.small" : "t3a.small"
  ssh_username  = "ubuntu"
  ami_name      = "flotilla-${var.architecture}-{{timestamp}}"
  encrypt_boot  = true
  source_ami_filter {
    filters = {
      name                = "ubuntu/images/hvm-ssd-gp3/ubuntu-noble-24.04-${var.architecture}-server-*"
      root-device-type    = "ebs"
      virtualization-type = "hvm"
    }
    owners      = ["099720109477"] # Canonical
    most_recent = true
  }
  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }
  imds_support = "v2.0"
}

build {
  sources = ["source.amazon-ebs.flotilla"]

  provisioner "shell" {
    environment_vars = ["ARCHITECTURE=${var.architecture}", "DEBIAN_FRONTEND=noninteractive"]
    inline = [
      "set -eu",
      "cloud-init status --wait",
      "sudo apt-get update -q",
      "sudo -E apt-get install -q -y --no-install-recommends openjdk-17-jre-headless git unzip curl ca-certificates",
      "case $ARCHITECTURE in arm64) machine=aarch64 ;; *) machine=x86_64 ;; esac",
      "curl -fsS -o /tmp/aws.zip https://awscli.amazonaws.com/awscli-exe-linux-$machine.zip",
      "unzip -q /tmp/aws.zip -d /tmp && sudo /tmp/aws/install",
      "curl -fsS -o /tmp/agent.deb https://amazoncloudwatch-agent.s3.amazonaws.com/ubuntu/$ARCHITECTURE/latest/amazon-cloudwatch-agent.deb",
      "sudo dpkg -i /tmp/agent.deb && sudo systemctl enable amazon-cloudwatch-agent",
      "sudo rm -rf /tmp/aws /tmp/aws.zip /tmp/agent.deb /var/lib/apt/lists/*",
      "sudo cloud-init clean --logs",
    ]
  }
}
