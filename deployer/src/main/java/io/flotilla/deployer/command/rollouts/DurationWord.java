package io.flotilla.deployer.command.rollouts;

import java.time.Duration;
import java.util.regex.Pattern;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time as people type it: {@code 30s}, {@code 15m}, {@code 2h}. */
public final class DurationWord implements ITypeConverter<Duration> {
    private static final Pattern WORD = Pattern.compile("(\\d{1,5})([smh])");

    @Override
    public Duration convert(String word) {
        var parts = WORD.matcher(word);
        if (!parts.matches()) {
            throw new TypeConversionException("\"%s\" is no time; write 30s, 15m or 2h".formatted(word));
        }
        return Duration.parse("PT" + parts.group(1) + parts.group(2));
    }
}
