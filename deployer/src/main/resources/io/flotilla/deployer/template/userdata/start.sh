
systemctl daemon-reload
systemctl enable --now flotilla-app.service
