
# The team's own script, with the app's settings.
(
    for setting in "${settings[@]}"; do
        export "${setting?}"
    done
    export FLOTILLA_REVISION=$revision
    exec /opt/flotilla/user-data
)
