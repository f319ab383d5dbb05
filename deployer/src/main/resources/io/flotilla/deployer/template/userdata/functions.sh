
needs() {
    command -v "$1" > /dev/null || { echo "flotilla: the machine image lacks $1" >&2; exit 1; }
}

parameter() {
    aws ssm get-parameter --region "$region" --with-decryption --name "$1" --query Parameter.Value --output text
}
services=()
