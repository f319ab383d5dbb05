
# The artifact's name is its SHA-256 digest, so what was fetched proves itself.
needs aws
download=$(mktemp)
aws s3 cp --region "$region" --only-show-errors "$artifacts$revision" "$download"
echo "$revision  $download" | sha256sum --check --quiet
install -D -m 0755 "$download" /opt/flotilla/app
rm -- "$download"

directory=/var/lib/flotilla
confinement="DynamicUser=yes
StateDirectory=flotilla
ProtectHome=yes
ProtectSystem=strict
PrivateDevices=yes
ProtectControlGroups=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
RestrictAddressFamilies=AF_INET AF_INET6 AF_NETLINK AF_UNIX
RestrictNamespaces=yes
LockPersonality=yes
CapabilityBoundingSet="
