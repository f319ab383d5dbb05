package io.flotilla.base.sample.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** Who a mail was really from and to, written above it as a delivering server does (RFC 5321 section 4.4). */
final class Envelope {
    private static final String FROM = "Return-Path";
    private static final String TO = "Delivered-To";

    private Envelope() {}

    static byte[] before(byte[] data, String from, List<String> to) {
        var lines = new StringBuilder(FROM + ": <" + oneLine(from) + ">\r\n");
        to.forEach(recipient -> lines.append(TO).append(": ").append(oneLine(recipient)).append("\r\n"));
        var head = lines.toString().getBytes(UTF_8);
        var all = new byte[head.length + data.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(data, 0, all, head.length, data.length);
        return all;
    }

    static String from(MailContent content) {
        var from = content.values(FROM).stream().findFirst().orElse("");
        return from.startsWith("<") && from.endsWith(">") ? from.substring(1, from.length() - 1) : from;
    }

    static List<String> to(MailContent content) {
        return content.values(TO);
    }

    private static String oneLine(String address) {
        return address == null ? "" : address.replaceAll("[\\r\\n]", " ");
    }
}
