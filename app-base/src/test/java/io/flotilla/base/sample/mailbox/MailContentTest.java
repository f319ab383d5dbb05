package io.flotilla.base.sample.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class MailContentTest {

    @Test
    void decodesSubjectTextAndHtml() throws IOException {
        var content = read("""
                Subject: =?UTF-8?Q?Sales_is_down_=E2=80=94_again?=
                Content-Type: multipart/alternative; boundary=b

                --b
                Content-Type: text/plain; charset=iso-8859-1
                Content-Transfer-Encoding: quoted-printable

                Gr=FC=DFe
                --b
                Content-Type: text/html; charset=utf-8
                Content-Transfer-Encoding: base64

                PHA+SGVsbG88L3A+
                --b--
                """);
        assertEquals("Sales is down — again", content.subject());
        assertEquals(Optional.of("Grüße"), content.text());
        assertEquals(Optional.of("<p>Hello</p>"), content.html());
    }

    @Test
    void putsThePicturesThatAMailCarriesIntoItsPage() throws IOException {
        var content = read("""
                Content-Type: multipart/related; boundary=b

                --b
                Content-Type: text/html

                <img src="cid:logo@x">
                --b
                Content-Type: image/png
                Content-ID: <logo@x>
                Content-Transfer-Encoding: base64

                iVBORw0=
                --b--
                """);
        assertEquals("<img src=\"data:image/png;base64,iVBORw0=\">", content.html().orElseThrow().strip());
    }

    @Test
    void listsWhatIsAttachedAndShowsNoneOfIt() throws IOException {
        var content = read("""
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain

                See there.
                --b
                Content-Type: text/html; name=evil.html
                Content-Disposition: attachment; filename=evil.html

                <script>alert(1)</script>
                --b--
                """);
        assertEquals(List.of(new MailContent.Attachment("evil.html", "text/html", 25)), content.attachments());
        assertEquals(Optional.empty(), content.html());
    }

    @Test
    void aMailThatIsNoneIsShownAsItIs() throws IOException {
        assertEquals("", read("\u0000\u0001 nonsense").subject());
        assertEquals("", read("").subject());
    }

    private static MailContent read(String mail) throws IOException {
        return MailContent.read(mail.replace("\n", "\r\n").getBytes(ISO_8859_1));
    }
}
