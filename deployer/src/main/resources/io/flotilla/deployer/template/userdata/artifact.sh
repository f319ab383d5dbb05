fetch "$artifacts" "$revision" /opt/flotilla/app 70
directory=$directory_of_programs
confinement=$confinement_of_programs
mine='*'
