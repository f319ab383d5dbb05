service app 'The app that Flotilla runs on this instance'
