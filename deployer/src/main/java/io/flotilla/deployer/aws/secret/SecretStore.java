package io.flotilla.deployer.aws.secret;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

import io.flotilla.deployer.aws.client.Asking;
import io.flotilla.deployer.aws.client.Aws;
import software.amazon.awssdk.services.ssm.model.ParameterAlreadyExistsException;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** Secrets in Parameter Store, encrypted; those that are made here are random and never shown. */
final class SecretStore {
    /** 256 bits, which nobody can guess. */
    private static final int BYTES = 32;

    private final Aws aws;
    private final SecureRandom random;

    SecretStore(Aws aws, SecureRandom random) {
        this.aws = aws;
        this.random = random;
    }

    /** @return the new secret, 64 hexadecimal digits; empty if there is one, which then counts */
    Optional<String> make(String path) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var secret = HexFormat.of().formatHex(bytes);
        return Asking.ask("ssm:PutParameter", path, () -> {
            try {
                put(path, secret, false);
                return Optional.of(secret);
            } catch (ParameterAlreadyExistsException beaten) {
                return Optional.empty();
            }
        });
    }

    /** Leaves a secret there, whatever was there before. */
    void write(String path, String secret) {
        Asking.ask("ssm:PutParameter", path, () -> {
            put(path, secret, true);
            return path;
        });
    }

    private void put(String path, String secret, boolean overwrite) {
        aws.ssm().putParameter(request -> request.name(path).value(secret).type(ParameterType.SECURE_STRING)
                .overwrite(overwrite));
    }

    String read(String path) {
        return find(path).orElseThrow();
    }

    Optional<String> find(String path) {
        return Asking.ask("ssm:GetParameter", path, () -> {
            try {
                return Optional
                        .of(aws.ssm().getParameter(request -> request.name(path).withDecryption(true)).parameter()
                                .value());
            } catch (ParameterNotFoundException missing) {
                return Optional.empty();
            }
        });
    }
}
