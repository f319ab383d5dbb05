if [[ -f $directory/requirements.txt ]]; then
    (cd -- "$directory" && in_environment python -m pip install --requirement requirements.txt)
fi
unset GIT_TOKEN

command=("$conda" run --no-capture-output --name="$conda_environment" python app.py)
# An image may have a Doppler token baked in; then the secrets come from there too.
if as_user doppler configure get token --plain > /dev/null 2>&1; then
    command=(doppler run -- "${command[@]}")
fi
confinement="User=$user
ProtectSystem=full"
mine='!(FLOTILLA_*)'
