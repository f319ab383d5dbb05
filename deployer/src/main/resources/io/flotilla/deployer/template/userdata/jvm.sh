needs java
command=(java -XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError -jar /opt/flotilla/app)
