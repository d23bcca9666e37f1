package dev.quotetocash.sandbox.host;

import java.util.Set;

/// Holds the host to its word: a property that it neither acts on nor knows to be of no account here is refused.
final class Properties {

    private Properties() {}

    static void refuseOthers(Template.Resource resource, Set<String> made, Set<String> onlyInAws) {
        for (var name : Template.members(resource.properties()).keySet())
            if (!made.contains(name) && !onlyInAws.contains(name))
                throw new TemplateException(resource.place() + ".Properties." + name, "is not known to the sandbox");
    }
}
