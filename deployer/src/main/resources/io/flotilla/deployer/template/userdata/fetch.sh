
# What is fetched is called by its SHA-256 digest, so that it proves itself: a binary, a jar, or a packed folder with one.
fetch() {
    local folder=$1 digest=$2 place=$3 heap=$4 download
    needs aws
    download=$(mktemp)
    aws s3 cp --region "$region" --only-show-errors "$folder$digest" "$download"
    echo "$digest  $download" | sha256sum --check --quiet
    command=("$place")
    if [[ $(head -c 262 "$download" | tail -c 5 | tr -d '\0') = ustar ]]; then
        needs tar
        install -d -m 0755 "$place"
        tar --extract --file "$download" --directory "$place" --no-same-owner
        place+=/quarkus-run.jar
        command=(java)
    else
        install -D -m 0755 "$download" "$place"
        if [[ $(head -c 2 "$download" | tr -d '\0') = PK ]]; then command=(java); fi
    fi
    rm -- "$download"
    if [[ ${command[0]} = java ]]; then
        needs java
        command=(java "-XX:MaxRAMPercentage=$heap" -XX:+ExitOnOutOfMemoryError -jar "$place")
    fi
}
directory_of_programs=/var/lib/flotilla
confinement_of_programs="DynamicUser=yes
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
