
# A service starts its program through a script, which fetches the secrets each time and leaves none on the disk.
# Of the parameters under the app's own prefix it gets those whose names are like $mine.
service() {
    {
        echo '#!/bin/bash'
        echo 'set -Eeuo pipefail'
        declare -p PATH revision region secrets settings references directory command mine
        declare -f parameter
        cat << 'END'
for setting in "${settings[@]}"; do
    export "${setting?}"
done
for reference in "${references[@]}"; do
    value=$(parameter "${reference#*=}")
    export "${reference%%=*}=$value"
done
paths=$(aws ssm get-parameters-by-path --region "$region" --path "$secrets" --query 'Parameters[].Name' --output text)
for path in $paths; do
    if [[ ${path##*/} != $mine ]]; then continue; fi
    value=$(parameter "$path")
    export "${path##*/}=$value"
done
export FLOTILLA_REVISION=$revision
cd -- "$directory"
exec "${command[@]}"
END
    } | install -D -m 0755 /dev/stdin "/opt/flotilla/start-$1"

    install -D -m 0644 /dev/stdin "/etc/systemd/system/flotilla-$1.service" << END
[Unit]
Description=$2
Wants=network-online.target
After=network-online.target
StartLimitIntervalSec=0

[Service]
ExecStart=/opt/flotilla/start-$1
Restart=always
RestartSec=5
MemoryHigh=80%
MemoryMax=90%
NoNewPrivileges=yes
PrivateTmp=yes
$confinement

[Install]
WantedBy=multi-user.target
END
    services+=("flotilla-$1.service")
}
