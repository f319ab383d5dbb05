
# Before the app stands the gate, with a user of its own: it alone gets the keys to sessions and to the portal.
fetch "$gates" "$gate" /opt/flotilla/gate 20
directory=$directory_of_programs
confinement=$confinement_of_programs
mine='FLOTILLA_*'
only_flotillas() {
    local pair
    for pair in "$@"; do
        if [[ $pair = FLOTILLA_* || $pair = QUARKUS_* ]]; then chosen+=("$pair"); fi
    done
}
chosen=()
only_flotillas "${references[@]}"
references=("${chosen[@]}")
all_settings=("${settings[@]}")
chosen=()
only_flotillas "${settings[@]}"
settings=("${chosen[@]}" "${gate_settings[@]}")
service gate 'The gate before the app that Flotilla runs on this instance'
settings=("${all_settings[@]}")
