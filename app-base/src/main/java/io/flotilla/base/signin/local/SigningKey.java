package io.flotilla.base.signin.local;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** The RSA key that signs tokens; kept in a file that only its owner may read. */
final class SigningKey {
    private static final String FILE = "identity.key";
    private final KeyPair pair;

    private SigningKey(KeyPair pair) {
        this.pair = pair;
    }

    /** The key of the folder, made on the first start; without a folder one that lives as long as the program. */
    static SigningKey in(Optional<Path> folder) throws IOException, GeneralSecurityException {
        if (folder.isEmpty()) {
            return new SigningKey(fresh());
        }
        var file = folder.get().resolve(FILE);
        if (!Files.exists(file)) {
            write(file, fresh().getPrivate().getEncoded());
        }
        var factory = KeyFactory.getInstance("RSA");
        var secret = (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(file)));
        var known = factory.generatePublic(new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent()));
        return new SigningKey(new KeyPair(known, secret));
    }

    private static KeyPair fresh() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        var part = Files.createTempFile(file.getParent(), FILE, ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(part, bytes);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    KeyPair pair() {
        return pair;
    }

    String id() {
        var modulus = ((RSAPublicKey) pair.getPublic()).getModulus().toByteArray();
        return Integer.toHexString(Arrays.hashCode(modulus));
    }

    /** The public half as a JSON Web Key (RFC 7517, section 4; RFC 7518, section 6.3.1). */
    Map<String, String> jwk() {
        var key = (RSAPublicKey) pair.getPublic();
        return Map.of("kty", "RSA", "use", "sig", "alg", "RS256", "kid", id(), "n", base64(key.getModulus()), "e",
                base64(key.getPublicExponent()));
    }

    private static String base64(BigInteger number) {
        var bytes = number.toByteArray();
        var from = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
    }
}
