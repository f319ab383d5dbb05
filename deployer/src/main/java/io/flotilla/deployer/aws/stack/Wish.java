package io.flotilla.deployer.aws.stack;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

import io.flotilla.deployer.platform.stack.Change.Part;

/**
 * What an order comes to on CloudFormation.
 *
 * @param stack      the stack's name
 * @param template   the template's text
 * @param parts      everything in it, as what a stack that is made from nothing adds
 * @param parameters those that are given; the others have their standard value
 * @param tags       by which the stack is found again
 */
record Wish(
        String stack,
        String template,
        List<Part> parts,
        SortedMap<String, String> parameters,
        Map<String, String> tags) {}
