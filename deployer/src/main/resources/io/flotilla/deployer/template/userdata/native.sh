command=(/opt/flotilla/app)
