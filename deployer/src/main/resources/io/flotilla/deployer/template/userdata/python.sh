
needs git
needs aws
user=$(stat -c %U -- "$home")
as_user() {
    HOME=$home runuser -u "$user" -- "$@"
}

conda=$(command -v conda || true)
for candidate in "$home"/{miniconda3,miniforge3,anaconda3}/bin/conda /opt/{conda,miniconda3,miniforge3}/bin/conda; do
    if [[ -z $conda && -x $candidate ]]; then conda=$candidate; fi
done
if [[ -z $conda ]]; then needs conda; fi
in_environment() {
    as_user "$conda" run --no-capture-output --name="$conda_environment" "$@"
}

export GIT_ALLOW_PROTOCOL=https:ssh GIT_TERMINAL_PROMPT=0
if [[ -n $git_token ]]; then
    GIT_TOKEN=$(parameter "$git_token")
    export GIT_TOKEN GIT_ASKPASS=/opt/flotilla/askpass
    install -D -m 0755 /dev/stdin /opt/flotilla/askpass << 'END'
#!/bin/bash
case $1 in Username*) echo x-access-token ;; *) printf '%s\n' "$GIT_TOKEN" ;; esac
END
fi

# Exactly the commit that the deployer saw; not every git host gives a commit alone, but all give its branch.
check_out() {
    local repository=$1 branch=$2 commit=$3 folder=$4
    as_user git init --quiet -- "$folder"
    as_user git -C "$folder" fetch --depth 1 -- "$repository" "$commit" \
        || as_user git -C "$folder" fetch -- "$repository" "refs/heads/$branch"
    as_user git -C "$folder" checkout --force --detach "$commit"
}

as_user "$conda" run --name="$conda_environment" true 2> /dev/null \
    || as_user "$conda" create --yes --name="$conda_environment" python=3.10

check_out "$repository" "$branch" "$revision" "$directory"
