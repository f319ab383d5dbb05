package io.flotilla.deployer.template;

/** CloudFormation would refuse this template, or read something into it that nobody meant. */
public class InvalidTemplate extends RuntimeException {

    /** @param message what is wrong and how to mend it, for the catalogue's author */
    public InvalidTemplate(String message) {
        super(message);
    }
}
