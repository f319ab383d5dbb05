package io.flotilla.deployer.scaffold.legacy;

import java.util.Arrays;
import java.util.Optional;

/** The keys of an app in the old CONFIG, in the order in which {@code fleet.yaml} has them. */
enum OldKey {
    REPO("git_repo_path", Section.APP, "repo", Kind.TEXT),
    CODEBASE("codebase_branch", Section.CODEBASE, "branch", Kind.TEXT),
    APP_DIR("app_dir", Section.APP, "app_dir", Kind.FOLDER),
    CONDA_ENV("conda_env", Section.APP, "conda_env", Kind.TEXT),
    URL_PATH("url_path", Section.APP, "url_path", Kind.PATH),
    EMAIL_TO("email_to", Section.APP, "email_to", Kind.TEXTS),
    PROD_READY("prod_ready", Section.APP, "prod_ready", Kind.TRUTH),
    DEV_BRANCH("dev_branch", Section.DEV, "branch", Kind.TEXT),
    DEV_INSTANCE("dev_instance", Section.DEV, "instance", Kind.TEXT),
    DEV_AMI("Dev", Section.DEV, "ami", Kind.TEXT),
    DEV_PRIORITY("dev_priority", Section.DEV, "priority", Kind.NUMBER),
    PROD_BRANCH("prod_branch", Section.PROD, "branch", Kind.TEXT),
    PROD_INSTANCE("prod_instance", Section.PROD, "instance", Kind.TEXT),
    PROD_AMI("Prod", Section.PROD, "ami", Kind.TEXT),
    PROD_PRIORITY("prod_priority", Section.PROD, "priority", Kind.NUMBER);

    enum Section {
        APP, CODEBASE, DEV, PROD
    }

    enum Kind {
        TEXT, TEXTS, NUMBER, TRUTH,
        /** Under HOME. */
        FOLDER,
        /** With a slash at both ends. */
        PATH
    }

    private final String python;
    final Section section;
    final String yaml;
    final Kind kind;

    OldKey(String python, Section section, String yaml, Kind kind) {
        this.python = python;
        this.section = section;
        this.yaml = yaml;
        this.kind = kind;
    }

    static Optional<OldKey> of(String python) {
        return Arrays.stream(values()).filter(key -> key.python.equals(python)).findFirst();
    }
}
