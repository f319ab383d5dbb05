package io.flotilla.deployer.aws.secret;

import java.security.SecureRandom;
import java.util.Optional;

import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.deployer.aws.client.Aws;
import io.flotilla.deployer.template.stack.Database;
import io.flotilla.deployer.template.userdata.Reference;

/**
 * What is secret about the database that the shared stack makes: its password, which has to be there before the stack is, and
 * its address with that password, which portal and monitor read from where the catalogue says.
 */
public final class DatabaseSecrets {
    private final EnvironmentView view;
    private final SecretStore store;

    public DatabaseSecrets(EnvironmentView view, Aws aws, SecureRandom random) {
        this.view = view;
        this.store = new SecretStore(aws, random);
    }

    /** Makes the password, if the environment has a database and no password for it yet. */
    public void prepare() {
        if (view.environment().extras().postgres().isPresent()) {
            store.make(Database.password(view).path());
        }
    }

    /**
     * Leaves the address where the catalogue says; it is written only if it is another than before.
     *
     * @param host the stack's word for it; empty if it has no database
     */
    public void publish(Optional<String> host) {
        var place = view.environment().database().flatMap(Reference::of).map(Reference::path);
        if (host.isPresent() && place.isPresent()) {
            var url = "postgresql://%s:%s@%s:%d/%s?sslmode=require".formatted(Database.NAME,
                    store.read(Database.password(view).path()), host.get(), Database.PORT, Database.NAME);
            if (!store.find(place.get()).equals(Optional.of(url))) {
                store.write(place.get(), url);
            }
        }
    }
}
