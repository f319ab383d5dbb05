package io.flotilla.base.sample.mailbox;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;

/**
 * A mail taken apart.
 *
 * @param headers     as written, unfolded and decoded, in their order
 * @param text        its plain text, if it has any
 * @param html        its HTML, with the pictures that it carries put in, if it has any
 * @param attachments what else it carries
 */
public record MailContent(List<Header> headers, Optional<String> text, Optional<String> html,
        List<Attachment> attachments) {

    public record Header(String name, String value) {}

    /** @param size in bytes */
    public record Attachment(String name, String type, long size) {}

    static MailContent read(byte[] mail) throws IOException {
        var builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.PERMISSIVE);
        var message = builder.parseMessage(new ByteArrayInputStream(mail));
        try {
            var parts = new Parts();
            parts.take(message);
            return new MailContent(headers(message), Optional.ofNullable(parts.text),
                    Optional.ofNullable(parts.html).map(parts::withPictures), List.copyOf(parts.attachments));
        } finally {
            message.dispose();
        }
    }

    String subject() {
        return values("Subject").stream().findFirst().orElse("");
    }

    public List<String> values(String name) {
        return headers.stream().filter(header -> header.name().equalsIgnoreCase(name)).map(Header::value).toList();
    }

    private static List<Header> headers(Message message) {
        return message.getHeader().getFields().stream()
                .map(field -> new Header(field.getName(),
                        DecoderUtil.decodeEncodedWords(field.getBody(),
                                DecodeMonitor.SILENT)))
                .toList();
    }

    private static final class Parts {
        private final List<Attachment> attachments = new ArrayList<>();
        private final List<String[]> pictures = new ArrayList<>();
        private String text;
        private String html;

        void take(Entity entity) throws IOException {
            if (entity.getBody() instanceof Multipart multipart) {
                for (var part : multipart.getBodyParts()) {
                    take(part);
                }
            } else if (entity.getBody() instanceof TextBody body && !"attachment".equals(entity.getDispositionType())) {
                takeText(entity, body);
            } else if (entity.getBody() instanceof SingleBody body) {
                takeFile(entity, body);
            }
        }

        private void takeText(Entity entity, TextBody body) throws IOException {
            var words = new StringWriter();
            body.getReader().transferTo(words);
            if ("text/html".equals(entity.getMimeType())) {
                html = html == null ? words.toString() : html + words;
            } else {
                text = text == null ? words.toString() : text + "\n" + words;
            }
        }

        private void takeFile(Entity entity, SingleBody body) throws IOException {
            var bytes = new ByteArrayOutputStream();
            body.writeTo(bytes);
            var id = entity.getHeader().getField("Content-ID");
            if (id != null && entity.getMimeType().startsWith("image/")) {
                pictures.add(new String[]{id.getBody().strip().replaceAll("^<|>$", ""), "data:"
                        + entity.getMimeType() + ";base64," + Base64.getEncoder().encodeToString(bytes.toByteArray())});
            } else {
                attachments.add(new Attachment(entity.getFilename() == null ? "unnamed" : entity.getFilename(),
                        entity.getMimeType(), bytes.size()));
            }
        }

        private String withPictures(String page) {
            for (var picture : pictures) {
                page = page.replace("cid:" + picture[0], picture[1]);
            }
            return page;
        }
    }
}
