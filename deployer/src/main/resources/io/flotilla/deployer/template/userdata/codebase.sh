check_out "$codebase_repository" "$codebase_branch" "$codebase_revision" "$codebase_directory"
(cd -- "$codebase_directory" && in_environment python -m pip install --editable .)
