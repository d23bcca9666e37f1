package dev.quotetocash.sandbox.template;

import dev.quotetocash.sandbox.host.Template;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// The repository in which the tests run.
final class Repository {

    /// The parameters that have no default.
    static final Map<String, String> PAIR =
            Map.of("HubSpotPortalId", "4711", "XeroTenantId", "00000000-0000-0000-0000-000000000001");

    private Repository() {}

    static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent())
            if (Files.exists(folder.resolve("template.yaml"))) return folder;
        throw new IllegalStateException(
                "There is no template.yaml above " + Path.of("").toAbsolutePath());
    }

    static Template template() {
        return Template.read(root().resolve("template.yaml"));
    }

    static Path artifact(String module) {
        var artifact = root().resolve("functions").resolve(module).resolve("target/lambda");
        if (!Files.isDirectory(artifact))
            throw new IllegalStateException("There is no " + artifact + ": run mvn package first");
        return artifact;
    }
}
