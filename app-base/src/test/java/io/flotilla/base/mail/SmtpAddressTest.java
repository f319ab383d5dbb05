package io.flotilla.base.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import io.flotilla.base.mail.SmtpAddress.Login;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpAddressTest {
    @Test
    void takesHostAndPort() {
        assertEquals(new SmtpAddress("mail.example.com", 25, false, Optional.empty()),
                SmtpAddress.parse("smtp://mail.example.com:25"));
    }

    @Test
    void knowsTheUsualPorts() {
        assertEquals(587, SmtpAddress.parse("smtp://mail.example.com").port());
        assertEquals(465, SmtpAddress.parse("smtps://mail.example.com").port());
        assertTrue(SmtpAddress.parse("smtps://mail.example.com").tls());
    }

    @Test
    void takesALoginWithAnyCharacters() {
        assertEquals(Optional.of(new Login("AKIA+1", "p@ss:w/rd")),
                SmtpAddress.parse("smtp://AKIA+1:p%40ss:w%2Frd@mail.example.com:587").login());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mail.example.com:25", "http://mail.example.com", "smtp://", "smtp://me:secret@",
            "smtp://me:sec ret@host", "smtp://me:secret@host/path", "smtp://secret@host", "ssm:/fleet/smtp"})
    void saysHowAnAddressLooksAndRepeatsNoPassword(String text) {
        var message = assertThrows(IllegalArgumentException.class, () -> SmtpAddress.parse(text)).getMessage();

        assertTrue(message.contains("smtp://user:password@host:port"), message);
        assertFalse(message.contains("sec"), message);
    }

    @Test
    void printsNoPassword() {
        assertFalse(SmtpAddress.parse("smtp://me:secret@host").toString().contains("secret"));
    }
}
