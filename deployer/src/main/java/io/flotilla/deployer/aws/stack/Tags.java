package io.flotilla.deployer.aws.stack;

/** The tags of what belongs to a fleet, as the templates write them. */
public final class Tags {
    public static final String FLEET = "flotilla:fleet";
    public static final String ENVIRONMENT = "flotilla:environment";
    public static final String APP = "flotilla:app";
    public static final String REVISION = "flotilla:revision";
    public static final String CODEBASE_REVISION = "flotilla:codebase-revision";

    private Tags() {}
}
