-- Pages ask for the outages of the last days, among those of years.
CREATE INDEX outage_ended ON outage (ended);
