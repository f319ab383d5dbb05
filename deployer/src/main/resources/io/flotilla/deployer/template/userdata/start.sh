
systemctl daemon-reload
systemctl enable --now "${services[@]}"
